import type { VFile } from 'vfile'
import { complain } from '../messages/complain.ts'
import { targets } from '../targets/index.ts'
import { toTag } from '../targets/to-tag.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { Config } from './config.ts'
import { neutralUnsubscribe } from './settings.ts'

/**
 * Complains of a `list.unsubscribe.url` that asks for a target's own tag where the target has none.
 * @param file the config, for its messages
 * @param options all targets that the issues are built for
 */
export function checkUnsubscribe(
  { list }: Config,
  yaml: Yaml,
  file: VFile,
  options: { targets: string[]; ruleId: string },
): void {
  if (list?.unsubscribe?.url !== neutralUnsubscribe) return
  for (const target of options.targets) {
    const provider = targets[target]
    if (!provider || toTag(provider, 'unsubscribe_url')?.bytes.url) continue
    complain(file, `Cannot fill in \`${neutralUnsubscribe}\` for the target \`${target}\``, {
      ruleId: options.ruleId,
      place: yaml.placeOf(['list', 'unsubscribe', 'url']),
      note: `${provider.title} has no tag for that address alone. Leave \`url\` out: a provider writes this header itself.`,
    })
  }
}
