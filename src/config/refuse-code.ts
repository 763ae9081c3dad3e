import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { isMap } from './remove-empty.ts'

/** Keys whose values are code, and what to do instead. */
const codeKeys: Record<string, string> = {
  markdown:
    'Plugins are functions: move the config to `issue.config.mjs` or `issue.config.ts`. Only `definitions` can be here, too.',
  blocks:
    'A block’s behaviour is a function: move the config to `issue.config.mjs` or `issue.config.ts`. A block without behaviour needs no entry, only its template: `templates/<template>/blocks/<name>.html`.',
  targets:
    'To choose the targets that issues are built for, write `target`, with one name or a list. To define a target of your own, which takes regular expressions and functions, move the config to `issue.config.mjs` or `issue.config.ts`.',
}

const pluginKeys = ['remarkPlugins', 'rehypePlugins']

/** Reports entries that a config in YAML or JSON cannot have, since they need code, and removes them. */
export function refuseCode({ value, placeOf }: Yaml, file: VFile): void {
  if (!isMap(value)) return
  for (const [key, note] of Object.entries(codeKeys)) {
    if (!Object.hasOwn(value, key) || isData(key, value[key])) continue
    report(file, `Unexpected \`${key}\` in the config, expected it in a config in JavaScript or TypeScript`, {
      ruleId: 'config',
      place: placeOf([key], 'key'),
      note,
    })
    delete value[key]
  }
}

/** Whether the value of such a key needs no code: `markdown` with nothing but the files of shared definitions, or still empty. */
function isData(key: string, value: unknown): boolean {
  if (key !== 'markdown') return false
  return value === null || (isMap(value) && !pluginKeys.some((each) => Object.hasOwn(value, each)))
}
