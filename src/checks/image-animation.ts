import { countFrames } from '../images/count-frames.ts'
import { parseImageSize } from '../images/parse-image-size.ts'
import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'
import { formatKilobytes } from './readers/format-kilobytes.ts'

export const imageAnimation = defineCheck({
  name: 'image-animation',
  summary: 'Animated pictures are small, and in a format that clients play.',
  note: 'An animation stands still until it has loaded completely, which takes 5 seconds per megabyte on a slow connection (1.6 Mbit/s). Use fewer frames, fewer colours or fewer pixels, or link a still picture to a video. Classic Outlook shows only the first frame, which must make sense on its own.',
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
          note: 'Gmail, classic Outlook and Outlook for Android do not play animated PNGs (caniemail.com, `image-apng`): they show the first frame.',
        })
    }
  },
})
