import { defineCheck } from './check.ts'
import { extractHeadings } from './readers/extract-headings.ts'

export const headingLevel = defineCheck({
  name: 'heading-level',
  summary: 'Headings go down one level at a time.',
  note: 'Screen readers list the headings, and many of their users move by them: a skipped level looks like a part that is missing (WCAG 2.2, 1.3.1; axe `heading-order`). The template prints the title as the level-1 heading, so that the parts of an issue begin with `##`, and theirs with `###`. For smaller letters use bold text.',
  level: 'warning',
  run({ document }, report) {
    // A message without a level-1 heading has its subject in the place of one.
    let above = 1
    for (const { element, level } of extractHeadings(document)) {
      if (level > above + 1)
        report(`Unexpected level-${level} heading after level ${above}, expected level ${above + 1}`, {
          at: element,
        })
      above = level
    }
  },
})
