import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'
import { formatKilobytes } from './readers/format-kilobytes.ts'

export const imageTotal = defineCheck({
  name: 'image-total',
  summary: 'All pictures together are light enough for a slow connection.',
  note: 'A phone on a slow connection needs seconds to load them, and some readers pay by the megabyte. An image-heavy retail email has 600 to 900 KB (Salesforce, “Email file size guidelines”). Make the heaviest pictures smaller, or show some of them only on the web page.',
  level: 'warning',
  options: { max: 1_500_000 },
  run(context, report, { max }) {
    const total = context.images.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (total <= max) return
    const heaviest = [...context.images].sort((a, b) => b.bytes.length - a.bytes.length)[0]
    const at = extractShownImages(context).find(({ copy }) => copy === heaviest)?.at
    const many = context.images.length === 1 ? 'one picture' : `${context.images.length} pictures`
    const reason = `Unexpected ${formatKilobytes(total)} of ${many} in all, expected at most ${formatKilobytes(max)}`
    report(reason, { at, note: `The heaviest is \`${heaviest?.source}\`. ${imageTotal.note}` })
  },
})
