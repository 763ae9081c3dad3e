import { defineCheck } from './check.ts'
import { toKilobytes } from './reading/to-kilobytes.ts'
import { toShownPictures } from './reading/to-shown-pictures.ts'

export const imageTotal = defineCheck({
  name: 'image-total',
  summary: 'All pictures together are light enough to arrive while the reader reads.',
  note: 'They take a telephone on a slow connection seconds to fetch, and cost who pays by the megabyte. An image-heavy retail email has 600 to 900 KB (Salesforce, “Email file size guidelines”). Make the heaviest ones smaller, or leave some to the web page.',
  level: 'warning',
  options: { max: 1_500_000 },
  run(subject, report, { max }) {
    const total = subject.images.reduce((sum, { bytes }) => sum + bytes.length, 0)
    if (total <= max) return
    const heaviest = [...subject.images].sort((a, b) => b.bytes.length - a.bytes.length)[0]
    const at = toShownPictures(subject).find(({ copy }) => copy === heaviest)?.at
    const many = subject.images.length === 1 ? 'one picture' : `${subject.images.length} pictures`
    const reason = `Unexpected ${toKilobytes(total)} of ${many} in all, expected at most ${toKilobytes(max)}`
    report(reason, { at, note: `The heaviest is \`${heaviest?.source}\`. ${imageTotal.note}` })
  },
})
