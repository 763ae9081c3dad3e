import { countFrames } from '../images/count-frames.ts'
import { parseImageSize } from '../images/parse-image-size.ts'
import { defineCheck } from './check.ts'
import { extractShownImages, type ShownImage } from './readers/extract-shown-images.ts'
import { formatKilobytes } from './readers/format-kilobytes.ts'

export const imageWeight = defineCheck({
  name: 'image-weight',
  summary: 'No single picture is too heavy for a slow connection.',
  note: 'A phone on a slow connection (1.6 Mbit/s, Lighthouse’s “slow 4G”) needs 1.5 seconds to load 300 KB, for this picture alone.',
  level: 'warning',
  options: { max: 300_000 },
  run(context, report, { max }) {
    const pictures = extractShownImages(context)
    for (const copy of context.images) {
      const { length } = copy.bytes
      if (length <= max || countFrames(copy.bytes) > 1) continue
      const shown = pictures.filter((picture) => picture.copy === copy)
      const reason = `Unexpected ${formatKilobytes(length)} of the picture \`${copy.source}\`, expected at most ${formatKilobytes(max)}`
      report(reason, { at: shown[0]?.at, note: `${imageWeight.note} ${formatRemedy(copy.bytes, shown)}` })
    }
  },
})

/** On any phone, more than twice the pixels of the width at which a picture is shown make no visible difference. */
function formatRemedy(bytes: Uint8Array, shown: ShownImage[]): string {
  const width = parseImageSize(bytes)?.width ?? 0
  const widest = Math.max(0, ...shown.map((picture) => picture.width ?? 0))
  if (widest > 0 && width > 2.5 * widest)
    return `The file is ${width} pixels wide and shown ${widest} pixels wide: save it ${2 * widest} pixels wide.`
  return 'Save a photo as JPEG with a quality of about 75; run a PNG through a compressor such as oxipng or pngquant.'
}
