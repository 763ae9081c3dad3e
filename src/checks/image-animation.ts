import { countFrames } from '../images/count-frames.ts'
import { parseImageSize } from '../images/parse-image-size.ts'
import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'
import { formatKilobytes } from './readers/format-kilobytes.ts'

export const imageAnimation = defineCheck({
  name: 'image-animation',
  summary: 'Animated pictures are small, and in a format that moves.',
  note: 'It stands still until all of it is there, which takes 5 seconds a megabyte on a slow connection (1.6 Mbit/s). Take fewer frames, fewer colours or fewer pixels, or link a still picture to the video. Classic Outlook shows the first frame only: it must carry the message.',
  level: 'warning',
  options: { max: 1_000_000 },
  run(context, report, { max }) {
    const pictures = extractShownImages(context)
    for (const copy of context.images) {
      const frames = countFrames(copy.bytes)
      const { length } = copy.bytes
      if (frames < 2) continue
      const at = pictures.find((picture) => picture.copy === copy)?.at
      if (length > max)
        report(
          `Unexpected ${formatKilobytes(length)} of the animation \`${copy.source}\` (${frames} frames), expected at most ${formatKilobytes(max)}`,
          { at },
        )
      if (parseImageSize(copy.bytes)?.type === 'png')
        report(`Unexpected animated PNG \`${copy.source}\`, expected a GIF`, {
          at,
          note: 'It does not move in Gmail, classic Outlook and Outlook for Android (caniemail.com, `image-apng`), which show its first frame.',
        })
    }
  },
})
