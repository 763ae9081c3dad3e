import { countFrames } from '../images/count-frames.ts'
import { parseImageSize } from '../images/parse-image-size.ts'
import { defineCheck } from './check.ts'
import { extractShownImages, type ShownImage } from './readers/extract-shown-images.ts'
import { formatKilobytes } from './readers/format-kilobytes.ts'

export const imageWeight = defineCheck({
  name: 'image-weight',
  summary: 'No picture is heavier than a reader on the move has patience for.',
  note: '300 KB take a telephone on a slow connection 1.5 seconds (1.6 Mbit/s, Lighthouse’s “slow 4G”), for this picture alone.',
  level: 'warning',
  options: { max: 300_000 },
  run(context, report, { max }) {
    const pictures = extractShownImages(context)
    for (const copy of context.images) {
      const { length } = copy.bytes
      if (length <= max || countFrames(copy.bytes) > 1) continue
      const shown = pictures.filter((picture) => picture.copy === copy)
      const reason = `Unexpected ${formatKilobytes(length)} of the picture \`${copy.source}\`, expected at most ${formatKilobytes(max)}`
      report(reason, { at: shown[0]?.at, note: `${imageWeight.note} ${toRemedy(copy.bytes, shown)}` })
    }
  },
})

/** Twice the pixels that it is shown at are as many as any screen of a telephone makes visible use of. */
function toRemedy(bytes: Uint8Array, shown: ShownImage[]): string {
  const width = parseImageSize(bytes)?.width ?? 0
  const widest = Math.max(0, ...shown.map((picture) => picture.width ?? 0))
  if (widest > 0 && width > 2.5 * widest)
    return `It is ${width} pixels wide and shown at ${widest}: save it ${2 * widest} wide.`
  return 'Save a photo as JPEG of quality 75 or so; run a PNG through a compressor such as oxipng or pngquant.'
}
