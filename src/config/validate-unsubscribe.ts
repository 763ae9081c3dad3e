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
 * Reports a `list.unsubscribe.url` that is `merge:unsubscribe_url` where a target has no such tag, or that contains
 * another provider's tag.
 * @param file the config, for its messages
 * @param options the targets that the issues are built for
 */
export function validateUnsubscribe(
  { list }: Config,
  yaml: Yaml,
  file: VFile,
  options: { targets: string[] } & TargetSource,
): void {
  const url = list?.unsubscribe?.url
  if (url === undefined) return
  const reportUrl = (reason: string, note: string, severity: Severity) =>
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
      reportUrl(
        `Cannot fill in \`${neutralUnsubscribe}\` for the target \`${target}\``,
        `${provider.title} has no tag that is only that address. Remove \`url\`: the provider adds the header itself.`,
        'error',
      )
    const foreign = provider.acceptsAnyTag
      ? undefined
      : url
          .match(createTagPattern([...resolveDialects(provider), ...inlineDialects]))
          ?.find((tag) => findOwners(tag, provider, options).length > 0)
    if (foreign !== undefined)
      reportUrl(
        `Unexpected \`${foreign}\` in \`list.unsubscribe.url\`, which is no tag of the target \`${target}\``,
        `Write \`${neutralUnsubscribe}\`, which becomes each target’s own tag.`,
        'warning',
      )
  }
}
