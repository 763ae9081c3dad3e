import type { Root } from 'mdast'
import { location } from 'vfile-location'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { inlineDialects } from '../targets/dialects.ts'
import { findOwners } from '../targets/find-owners.ts'
import { listTargets, resolveDialects, resolveTarget, type TargetSource } from '../targets/resolve-target.ts'
import { type MergeName, mergeNames, type Target } from '../targets/target.ts'
import { type At, defineCheck } from './check.ts'
import { createCodeTest } from './readers/create-code-test.ts'
import { findAddedTags } from './readers/find-added-tags.ts'
import { isSiteTag } from './readers/site-tag.ts'

export const mergeDialect = defineCheck({
  name: 'merge-dialect',
  summary: 'No merge tag is written in another provider’s dialect than the target’s.',
  note: 'The target does not replace this tag: readers would see it as it is written, or nothing at all. If it is meant as text, put a backslash before it: `\\{{ x }}`.',
  level: 'warning',
  run(context, report) {
    const { file, tree, settings } = context
    const target = resolveTarget(settings, settings.target)
    if (!target || target.acceptsAnyTag) return
    const reportTag = (tag: string, at: At, note = createFinding(tag, target, settings)) => {
      const owners = findOwners(tag, target, settings)
      if (owners.length === 0) return
      const isOfSite = isSiteTag(tag)
      const whose = isOfSite ? 'a tag of a site generator' : formatPossessive(owners)
      report(`Unexpected \`${tag}\`, which is ${whose}: the target is \`${settings.target}\``, {
        at,
        ...(isOfSite ? siteFinding : note),
      })
    }
    const pattern = createTagPattern([
      ...resolveDialects(...Object.values(settings.customTargets as Record<string, Target>)),
      ...inlineDialects,
    ])
    const source = String(file)
    const points = location(file)
    const isSkipped = createSkipTest(source, tree)
    for (const { 0: tag, index } of source.matchAll(pattern)) {
      if (isSkipped(index)) continue
      const [start, end] = [points.toPoint(index), points.toPoint(index + tag.length)]
      reportTag(tag, start && end && { start, end })
    }
    for (const { tag, at } of findAddedTags(context, pattern))
      reportTag(
        tag,
        at,
        at ? createFinding(tag, target, settings, (name) => `{{ merge.${name} }}`) : configFinding,
      )
  },
})

const siteFinding = {
  note: 'Hugo or Jekyll would replace it, but no email service provider does: readers would see it as it is written. Write what it stands for: a link, a linked picture for a video, or the text that was to be included.',
}

/** For a tag that is neither in the issue nor in its template. */
const configFinding = {
  note: 'It is neither in the issue nor in its template, so that it must come from the config.',
}

/** Whether an offset is not to be checked: it is in code or in a comment, or has a backslash before it. */
function createSkipTest(source: string, tree: Root): (offset: number) => boolean {
  const isCode = createCodeTest(tree)
  const head = frontMatterRange(source)?.end ?? 0
  const comments = [...source.matchAll(/<!--[\s\S]*?-->|^[ \t]*#[^\n]*(?=[\s\S]*?\n---)/gm)]
    .filter(({ 0: text, index }) => text.startsWith('<!--') || index < head)
    .map(({ 0: text, index }) => [index, index + text.length] as const)
  return (offset) => {
    const slashes = /\\*$/.exec(source.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0
    const isComment = comments.some(([start, end]) => offset >= start && offset < end)
    return slashes % 2 === 1 || isComment || isCode(offset)
  }
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
  if (!own) return {}
  return {
    note: `In ${title}, write \`${own.tag}\`. \`${formatNeutral(name)}\` works for every target that has such a tag.`,
  }
}

/** A tag without its fallback: `[Name,fallback=there]` is `[name]`. */
function removeFallback(tag: string): string {
  const squeezed = tag.replace(/\s+/g, '').toLowerCase()
  return squeezed.startsWith('*') ? squeezed : squeezed.replace(/[|,].*?(?=[}\]]+$)/, '')
}
