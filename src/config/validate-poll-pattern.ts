import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { listNames } from '../diagnostics/list-names.ts'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { resolveDialects, resolveTarget, type TargetSource } from '../targets/resolve-target.ts'
import { resolveSubscriberTag, withSubscriberId } from '../targets/subscriber-tag.ts'
import { placeholders, unknownPlaceholders, usesSubscriber } from '../urls/vote-pattern.ts'

/**
 * Reports each `{word}` in the config's `polls.url` that is neither a placeholder nor a merge tag of every target, and
 * a `{subscriber}` for which a target has no known tag.
 * @param pattern the address
 * @param file the config
 * @param options the value's place in the file, and the targets that the issues are built for
 */
export function validatePollPattern(
  pattern: string,
  file: VFile,
  options: { place: Position; targets: string[] } & TargetSource,
): void {
  const patterns = options.targets.map((target) => {
    const provider = resolveTarget(options, target)
    const tags = createTagPattern(resolveDialects(provider))
    return { target, provider, text: pattern.replace(tags, (tag) => ' '.repeat(tag.length)) }
  })
  const unknown = patterns.flatMap(({ text }) => unknownPlaceholders(text))
  for (const placeholder of new Set(unknown)) {
    report(file, `Unexpected \`${placeholder}\` in \`polls.url\`, expected ${listNames(placeholders)}`, {
      ruleId: 'config',
      place: placeWithin(placeholder, file, options.place),
      note: "To know who voted, write your provider's own merge tag in its place, such as `{{ subscriber.id }}`.",
    })
  }
  for (const { target, provider, text } of patterns) {
    if (!usesSubscriber(text) || resolveSubscriberTag(provider) !== undefined) continue
    const known = listNames(withSubscriberId).replace(' or ', ' and ')
    report(file, `Cannot fill in \`{subscriber}\` for the target \`${target}\``, {
      ruleId: 'config',
      place: placeWithin('{subscriber}', file, options.place),
      note: `Issuepress knows a merge tag for the subscriber's id of ${known} only. If your provider has one, write that tag instead of \`{subscriber}\`.`,
    })
  }
}

function placeWithin(part: string, file: VFile, place: Position): Position {
  const from = place.start.offset ?? 0
  const at = String(file).slice(from, place.end.offset).indexOf(part)
  if (at === -1) return place
  const points = createPoints(file)
  const start = points.toPoint(from + at)
  const end = points.toPoint(from + at + part.length)
  return start && end ? { start, end } : place
}
