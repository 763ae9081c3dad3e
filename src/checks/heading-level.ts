import { defineCheck } from './check.ts'
import { extractHeadings } from './readers/extract-headings.ts'

export const headingLevel = defineCheck({
  name: 'heading-level',
  summary: 'Headings do not skip a level.',
  note: 'Many people who use a screen reader move from heading to heading: a skipped level sounds like a missing part (WCAG 2.2, 1.3.1; axe `heading-order`). The template prints the title as the level-1 heading, so that the sections of an issue begin with `##`, and their subsections with `###`. If you want smaller letters, use bold text instead.',
  level: 'warning',
  run({ document }, report) {
    // In a message without a level-1 heading, the subject counts as one.
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
