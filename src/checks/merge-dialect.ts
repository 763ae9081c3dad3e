import type { Settings } from '../settings.ts'
import { findOwners } from '../targets/find-owners.ts'
import { listTargets, resolveTarget, type TargetSource } from '../targets/resolve-target.ts'
import { type MergeName, mergeNames, type Target } from '../targets/target.ts'
import { type At, defineCheck } from './check.ts'
import { findAddedTags } from './readers/find-added-tags.ts'
import { createNativePattern, findNativeTags } from './readers/find-native-tags.ts'
import { createPosition } from './readers/passage.ts'

const effect =
  'The target does not replace this tag: readers would see it as it is written, or nothing at all.'

export const mergeDialect = defineCheck({
  name: 'merge-dialect',
  summary: 'No merge tag is written in another provider’s dialect than the target’s.',
  note: `${effect} If it is meant as text, put a backslash before it: \`\\{{ x }}\`.`,
  level: 'warning',
  run(context, report) {
    const { file, settings } = context
    const target = resolveTarget(settings, settings.target)
    if (!target || target.acceptsAnyTag) return
    const reportTag = (tag: string, at: At, note = createFinding(tag, target, settings)) => {
      if (findOwners(tag, target, settings).length === 0) return
      const { owners, names } = findForeign(tag, settings)
      report(`Unexpected \`${tag}\`, which is ${formatPossessive(owners)}: ${formatTargets(names)}`, {
        at,
        ...note,
      })
    }
    const pattern = createNativePattern(context)
    for (const { tag, offset } of findNativeTags(context, pattern))
      reportTag(tag, createPosition(file, offset, offset + tag.length))
    for (const { tag, at } of findAddedTags(context))
      reportTag(
        tag,
        at,
        at ? createFinding(tag, target, settings, (name) => `{{ merge.${name} }}`) : configFinding,
      )
  },
})

/** For a tag that is neither in the issue nor in its template. */
const configFinding = {
  note: 'It is neither in the issue nor in its template, so that it must come from the config.',
}

/**
 * Finds for which of the settings' targets a tag is foreign. Each of them reports the same message then, which is
 * printed once.
 * @returns the owners as for the first of them
 */
function findForeign(tag: string, settings: Settings): { owners: string[]; names: string[] } {
  const foreign = [...new Set([settings.target, ...settings.targets])].sort().flatMap((name) => {
    const target = resolveTarget(settings, name)
    const owners = target && !target.acceptsAnyTag ? findOwners(tag, target, settings) : []
    return owners.length === 0 ? [] : [{ name, owners }]
  })
  return { owners: foreign[0]?.owners ?? [], names: foreign.map(({ name }) => name) }
}

/** `the target is `a``, `the targets are `a`, `b` and `c``. */
function formatTargets(names: readonly string[]): string {
  const quoted = names.map((name) => `\`${name}\``)
  const last = quoted.pop()
  return quoted.length === 0 ? `the target is ${last}` : `the targets are ${quoted.join(', ')} and ${last}`
}

/** `Mailchimp’s`, `Kit’s or Buttondown’s`; for more than three, `a tag of other providers`. */
function formatPossessive(owners: string[]): string {
  return owners.length > 3
    ? 'a tag of other providers'
    : owners.map((owner) => (owner.endsWith('s') ? `${owner}’` : `${owner}’s`)).join(' or ')
}

/** Suggests the target's own tag and the neutral name, for a tag that has one. */
function createFinding(
  tag: string,
  { names, title }: Target,
  source: TargetSource,
  formatNeutral = (name: MergeName) => `[words](merge:${name})`,
): { note?: string } {
  const bare = removeFallback(tag)
  const name = mergeNames.find((each) =>
    Object.values(listTargets(source)).some((other) => removeFallback(other.names[each]?.tag ?? '') === bare),
  )
  const own = name && names[name]
  if (!own) return { note: `${effect} If it is meant as text, put a backslash before it: \`\\${tag}\`.` }
  return {
    note: `In ${title}, write \`${own.tag}\`. \`${formatNeutral(name)}\` works for every target that has such a tag.`,
  }
}

/** A tag without its fallback: `[Name,fallback=there]` is `[name]`. */
function removeFallback(tag: string): string {
  const squeezed = tag.replace(/\s+/g, '').toLowerCase()
  return squeezed.startsWith('*') ? squeezed : squeezed.replace(/[|,].*?(?=[}\]]+$)/, '')
}
