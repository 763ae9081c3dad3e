import type { CheckContext, Origin } from './check.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

/** Marks of Markdown that have nothing between them. One asterisk is the mark of a note. */
const emptyMarks = /^(?:\*{2,}|_{2,}|~{2,}|`+)$/

export const linkEmpty = defineCheck({
  name: 'link-empty',
  summary: 'Every link has an address, and text or a picture to tap on.',
  note: 'Readers cannot use this link. Give it an address and words, or delete it.',
  level: 'warning',
  run(context, report) {
    const isReported = createReportedTest(context)
    for (const { element, href, text, pictures, isCode, at } of extractAnchors(context)) {
      const isTarget = href === undefined && ('id' in element.properties || 'name' in element.properties)
      if (isTarget) continue
      if ((href ?? '').trim() === '') {
        if (isReported(at)) continue
        report(text ? `Missing address in the link \`${text}\`` : 'Missing address in a link', { at })
      } else if (text === '' && pictures.length === 0)
        report(`Missing text in the link to \`${href ?? ''}\``, { at, level: 'warning' })
      else if (emptyMarks.test(text) && !(href ?? '').startsWith('#') && !isCode && !isEscaped(at))
        report(`Unexpected \`${text}\` as the text of the link to \`${href}\`, expected words`, {
          at,
          note: 'The marks of bold or deleted text have nothing between them, and readers would see only these. Write words there. If they are meant as text, put a backslash before each.',
        })
    }
  },
})

/** Whether a link was written with a backslash. */
function isEscaped({ file, position }: Origin): boolean {
  return String(file).slice(position?.start.offset, position?.end.offset).includes('\\')
}

/** Creates a test whether an address is empty because it was removed as invalid, which is already reported. */
function createReportedTest({ file }: CheckContext): (at: Origin) => boolean {
  const messages = file.messages.filter(({ ruleId }) => ruleId === 'link-address' || ruleId === 'merge-name')
  const places = new Set(messages.map(({ line, column }) => `${line}:${column}`))
  return ({ position }) => places.has(`${position?.start.line}:${position?.start.column}`)
}
