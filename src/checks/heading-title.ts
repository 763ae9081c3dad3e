import { defineCheck } from './check.ts'
import { extractHeadings } from './readers/extract-headings.ts'

export const headingTitle = defineCheck({
  name: 'heading-title',
  summary: 'The message has no more than one level-1 heading.',
  note: 'The level-1 heading is the title of the whole message; with several, screen readers cannot tell the title from the sections. Write sections with `##`, and the title in the front matter or as the only `#`.',
  level: 'warning',
  run({ document }, report) {
    const titles = extractHeadings(document).filter(({ level }) => level === 1)
    // One message for all, since usually every section was written one level too high.
    if (titles.length > 1)
      report(`Unexpected ${titles.length} level-1 headings, expected one`, { at: titles[1]?.element })
  },
})
