import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { findElements } from '../hast/find-element.ts'
import { defineCheck } from './check.ts'
import { extractHeadings } from './readers/extract-headings.ts'

export const headingEmpty = defineCheck({
  name: 'heading-empty',
  summary: 'Every heading has text.',
  note: 'Readers see a gap, and screen readers announce a heading and then read nothing (WCAG 2.2, 2.4.6). It was most likely left behind: write the heading’s text, or delete the `#` signs.',
  level: 'error',
  run({ document }, report) {
    for (const { element, level } of extractHeadings(document)) {
      if (/[^\s\u00a0\u00ad\u200b-\u200d\u2060\ufeff]/u.test(toText(element))) continue
      const images = findElements({ type: 'root', children: [element] }, 'img')
      if (images.some(isDescribed)) continue
      // Only a warning, since those who see the picture see something.
      if (images.length > 0)
        report(`Missing text in level-${level} heading: its picture has no description`, {
          at: element,
          note: 'People who use a screen reader or have pictures blocked get nothing here. Describe the picture (`![words](…)`), or add words beside it.',
          level: 'warning',
        })
      else report(`Missing text in level-${level} heading`, { at: element })
    }
  },
})

function isDescribed({ properties }: Element): boolean {
  return String(properties.alt ?? '').trim() !== ''
}
