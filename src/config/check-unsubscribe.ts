import type { VFile } from 'vfile'
import { toTagPattern } from '../merge-tags/grammar.ts'
import { complain, type Severity } from '../messages/complain.ts'
import { findOwners } from '../targets/find-owners.ts'
import { targets } from '../targets/index.ts'
import { toTag } from '../targets/to-tag.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { Config } from './config.ts'
import { neutralUnsubscribe } from './settings.ts'

/**
 * Complains of a `list.unsubscribe.url` that asks for a target's own tag where the target has none, or has another's.
 * @param file the config, for its messages
 * @param options all targets that the issues are built for
 */
export function checkUnsubscribe(
  { list }: Config,
  yaml: Yaml,
  file: VFile,
  options: { targets: string[]; ruleId: string },
): void {
  const url = list?.unsubscribe?.url
  if (url === undefined) return
  const say = (reason: string, note: string, severity: Severity) =>
    complain(file, reason, {
      ruleId: options.ruleId,
      place: yaml.placeOf(['list', 'unsubscribe', 'url']),
      note,
      severity,
    })
  for (const target of options.targets) {
    const provider = targets[target]
    if (!provider) continue
    if (url === neutralUnsubscribe && !toTag(provider, 'unsubscribe_url')?.bytes.url)
      say(
        `Cannot fill in \`${neutralUnsubscribe}\` for the target \`${target}\``,
        `${provider.title} has no tag for that address alone. Leave \`url\` out: a provider writes this header itself.`,
        'error',
      )
    const foreign = provider.native
      ? url
          .match(toTagPattern(['square', 'ghost', 'loops']))
          ?.find((tag) => findOwners(tag, provider).length > 0)
      : undefined
    if (foreign !== undefined)
      say(
        `Unexpected \`${foreign}\` in \`list.unsubscribe.url\`, which is no tag of the target \`${target}\``,
        `\`${neutralUnsubscribe}\` is each target’s own.`,
        'warning',
      )
  }
}
