import { listNames } from '../diagnostics/list-names.ts'
import { findElement } from '../hast/find-element.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { Requirement } from '../targets/target.ts'
import { defineCheck } from './check.ts'

const media = { html: 'HTML', plaintext: 'plaintext' }

export const targetRequired = defineCheck({
  name: 'target-required',
  summary: 'The email contains the tags that its target requires, such as the one to unsubscribe.',
  note: 'The provider refuses or changes an email without it. `issue targets` lists what each target requires.',
  level: 'error',
  run({ document, email, settings, theme }, report) {
    const target = resolveTarget(settings, settings.target)
    const missing = (target?.requires ?? []).filter(
      ({ pattern, where }) => !pattern.test(where === 'html' ? email.html : email.text),
    )
    for (const [{ where, level, note }, tags] of groupByNote(missing)) {
      const layout = theme.files.get('layout.txt')
      const at = where === 'html' ? findElement(document, 'body') : layout && { file: layout }
      const what =
        tags.length > 1
          ? `tags ${listNames(tags).replace(/ or (?=`[^`]*`$)/, ' and ')}`
          : `tag \`${tags[0]}\``
      const reason = `Missing ${what} in the ${media[where]}, which ${target?.title} asks for`
      report(reason, { at, note, ...(level === 'warning' && { level }) })
    }
  },
})

/** Groups requirements with the same medium and note, so that HubSpot's seven tags are one message. */
function groupByNote(missing: Requirement[]): [Requirement, string[]][] {
  const groups = new Map<string, [Requirement, string[]]>()
  for (const requirement of missing) {
    const key = `${requirement.where} ${requirement.note}`
    const [first, tags] = groups.get(key) ?? [requirement, []]
    groups.set(key, [first, [...tags, requirement.tag]])
  }
  return [...groups.values()]
}
