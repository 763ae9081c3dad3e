import type { CheckContext, Origin } from './check.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

export const linkEmpty = defineCheck({
  name: 'link-empty',
  summary: 'Every link has an address, and text or a picture to tap on.',
  note: 'Readers cannot use this link. Give it an address and words, or delete it.',
  level: 'warning',
  run(context, report) {
    const isReported = createReportedTest(context)
    for (const { element, href, text, pictures, at } of extractAnchors(context)) {
      const isTarget = href === undefined && ('id' in element.properties || 'name' in element.properties)
      if (isTarget) continue
      if ((href ?? '').trim() === '') {
        if (isReported(at)) continue
        report(text ? `Missing address in the link \`${text}\`` : 'Missing address in a link', { at })
      } else if (text === '' && pictures.length === 0)
        report(`Missing text in the link to \`${href ?? ''}\``, { at, level: 'warning' })
    }
  },
})

/** Creates a test whether an address is empty because it was removed as invalid, which is already reported. */
function createReportedTest({ file }: CheckContext): (at: Origin) => boolean {
  const messages = file.messages.filter(({ ruleId }) => ruleId === 'link-address' || ruleId === 'merge-name')
  const places = new Set(messages.map(({ line, column }) => `${line}:${column}`))
  return ({ position }) => places.has(`${position?.start.line}:${position?.start.column}`)
}
