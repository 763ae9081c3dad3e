import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { Config } from './config.ts'

/**
 * Reports a config whose vote pages cannot be reached: `polls.pages` needs the newsletter's `url`, and `polls.url` would
 * replace it; `polls.endpoint` needs `polls.pages`.
 * @param file the config, for its messages
 */
export function validateVotePages({ url, polls }: Config, yaml: Yaml, file: VFile): void {
  const reportKey = (reason: string, key: string, note: string) =>
    report(file, reason, { ruleId: 'config', place: yaml.placeOf(['polls', key], 'key'), note })
  if (polls?.pages && url === undefined)
    reportKey(
      'Missing `url` in the config, which `polls.pages` needs',
      'pages',
      'The email links to the pages by their whole address: set `url:` to the address where `dist/` will be on the web.',
    )
  if (polls?.pages && polls.url !== undefined)
    reportKey(
      'Unexpected `polls.pages` beside `polls.url`, expected one of the two',
      'pages',
      'With `polls.url` set, every option links there and no reader would get to the pages. Remove one of the two.',
    )
  if (polls?.endpoint !== undefined && !polls.pages)
    reportKey(
      'Unexpected `polls.endpoint` without `polls.pages`',
      'endpoint',
      'It receives what the button on a page sends. Add `pages: true`, or write `polls.url` for a link that votes by itself.',
    )
}
