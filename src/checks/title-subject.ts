import { toString as toText } from 'hast-util-to-string'
import { findElement } from '../hast/find-element.ts'
import { defineCheck } from './check.ts'

export const titleSubject = defineCheck({
  name: 'title-subject',
  summary: 'The `<title>` of the HTML contains the subject.',
  note: 'Screen readers read the title out, browsers show it when the message is opened in them, and SpamAssassin gives 1.1 to 2.2 points to a title that differs from the subject (`HTML_TITLE_SUBJ_DIFF`). Write `<title>{{ issue.subject }}</title>` in the template’s `layout.html`.',
  level: 'warning',
  run({ document, matter, restore }, report) {
    const head = findElement(document, 'head')
    // An SVG has titles of its own, so that only the head is searched.
    const title = head && findElement({ type: 'root', children: [head] }, 'title')
    const text = title ? normalize(restore(toText(title))) : ''
    if (text === '') report('Missing `<title>` in the HTML', { at: title ?? head })
    else if (!text.includes(normalize(restore(matter.subject))))
      report(`Unexpected title \`${text}\`, expected the subject`, { at: title })
  },
})

function normalize(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim()
}
