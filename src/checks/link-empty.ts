import type { CheckContext, Origin } from './check.ts'
import { defineCheck } from './check.ts'
import { extractAnchors } from './readers/extract-anchors.ts'

export const linkEmpty = defineCheck({
  name: 'link-empty',
  summary: 'Every link has an address, and something to tap on.',
  note: 'A reader cannot follow it. Give it an address and words, or take it out.',
  level: 'warning',
  run(context, report) {
    for (const { element, href, text, pictures, at } of extractAnchors(context)) {
      const isTarget = href === undefined && ('id' in element.properties || 'name' in element.properties)
      if (isTarget) continue
      if ((href ?? '').trim() === '') {
        if (isKnown(at, context)) continue
        report(text ? `Missing address in the link \`${text}\`` : 'Missing address in a link', { at })
      } else if (text === '' && pictures.length === 0)
        report(`Missing text in the link to \`${href ?? ''}\``, { at, level: 'warning' })
    }
  },
})

/** An address that was refused is emptied; that it was is said already. */
function isKnown({ position }: Origin, { file }: CheckContext): boolean {
  return file.messages.some(
    ({ ruleId, line, column }) =>
      (ruleId === 'link-address' || ruleId === 'merge-name') &&
      line === position?.start.line &&
      column === position?.start.column,
  )
}
