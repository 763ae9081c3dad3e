import type { CheckContext, Origin } from './check.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

export const linkEmpty = defineCheck({
  name: 'link-empty',
  summary: 'Every link has an address, and text or a picture to tap on.',
  note: 'Readers cannot use this link. Give it an address and words, or delete it.',
  level: 'warning',
  run(context, report) {
    for (const { element, href, text, pictures, at } of extractAnchors(context)) {
      const isTarget = href === undefined && ('id' in element.properties || 'name' in element.properties)
      if (isTarget) continue
      if ((href ?? '').trim() === '') {
        if (isReported(at, context)) continue
        report(text ? `Missing address in the link \`${text}\`` : 'Missing address in a link', { at })
      } else if (text === '' && pictures.length === 0)
        report(`Missing text in the link to \`${href ?? ''}\``, { at, level: 'warning' })
    }
  },
})

/** Whether the address is empty because it was removed as invalid, which is already reported. */
function isReported({ position }: Origin, { file }: CheckContext): boolean {
  return file.messages.some(
    ({ ruleId, line, column }) =>
      (ruleId === 'link-address' || ruleId === 'merge-name') &&
      line === position?.start.line &&
      column === position?.start.column,
  )
}
