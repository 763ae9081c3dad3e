import { toImageSize } from '../addresses/to-image-size.ts'
import { defineCheck } from './check.ts'
import { toFrameCount } from './reading/to-frame-count.ts'
import { toKilobytes } from './reading/to-kilobytes.ts'
import { toShownPictures } from './reading/to-shown-pictures.ts'

export const imageAnimation = defineCheck({
  name: 'image-animation',
  summary: 'Animated pictures are small, and in a format that moves.',
  note: 'It stands still until all of it is there, which takes 5 seconds a megabyte on a slow connection (1.6 Mbit/s). Take fewer frames, fewer colours or fewer pixels, or link a still picture to the video. Classic Outlook shows the first frame only: it must carry the message.',
  level: 'warning',
  options: { max: 1_000_000 },
  run(subject, report, { max }) {
    const pictures = toShownPictures(subject)
    for (const copy of subject.images) {
      const frames = toFrameCount(copy.bytes)
      const { length } = copy.bytes
      if (frames < 2) continue
      const at = pictures.find((picture) => picture.copy === copy)?.at
      if (length > max)
        report(
          `Unexpected ${toKilobytes(length)} of the animation \`${copy.source}\` (${frames} frames), expected at most ${toKilobytes(max)}`,
          { at },
        )
      if (toImageSize(copy.bytes)?.type === 'png')
        report(`Unexpected animated PNG \`${copy.source}\`, expected a GIF`, {
          at,
          note: 'It does not move in Gmail, classic Outlook and Outlook for Android (caniemail.com, `image-apng`), which show its first frame.',
        })
    }
  },
})
