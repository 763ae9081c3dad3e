import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { neutralUnsubscribe } from '../settings.ts'
import { inlineDialects } from '../targets/dialects.ts'
import { findOwners } from '../targets/find-owners.ts'
import { resolveTag } from '../targets/resolve-tag.ts'
import { resolveDialects, resolveTarget, type TargetSource } from '../targets/resolve-target.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { Config } from './config.ts'

/**
 * Complains of a `list.unsubscribe.url` that asks for a target's own tag where the target has none, or has another's.
 * @param file the config, for its messages
 * @param options all targets that the issues are built for
 */
export function validateUnsubscribe(
  { list }: Config,
  yaml: Yaml,
  file: VFile,
  options: { targets: string[] } & TargetSource,
): void {
  const url = list?.unsubscribe?.url
  if (url === undefined) return
  const say = (reason: string, note: string, severity: Severity) =>
    report(file, reason, {
      ruleId: 'config',
      place: yaml.placeOf(['list', 'unsubscribe', 'url']),
      note,
      severity,
    })
  for (const target of options.targets) {
    const provider = resolveTarget(options, target)
    if (!provider) continue
    if (url === neutralUnsubscribe && !resolveTag(provider, 'unsubscribe_url')?.bytes.url)
      say(
        `Cannot fill in \`${neutralUnsubscribe}\` for the target \`${target}\``,
        `${provider.title} has no tag for that address alone. Leave \`url\` out: a provider writes this header itself.`,
        'error',
      )
    const foreign = provider.acceptsAnyTag
      ? undefined
      : url
          .match(createTagPattern([...resolveDialects(provider), ...inlineDialects]))
          ?.find((tag) => findOwners(tag, provider, options).length > 0)
    if (foreign !== undefined)
      say(
        `Unexpected \`${foreign}\` in \`list.unsubscribe.url\`, which is no tag of the target \`${target}\``,
        `Write \`${neutralUnsubscribe}\`, which becomes each target’s own tag.`,
        'warning',
      )
  }
}
