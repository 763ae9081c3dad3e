import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { Config } from './config.ts'

/**
 * Complains of a config whose polls' pages cannot be reached: pages want the newsletter's own address, and nothing that
 * goes before them; an endpoint wants pages.
 * @param file the config, for its messages
 */
export function validateVotePages({ url, polls }: Config, yaml: Yaml, file: VFile): void {
  const say = (reason: string, key: string, note: string) =>
    report(file, reason, { ruleId: 'config', place: yaml.placeOf(['polls', key], 'key'), note })
  if (polls?.pages && url === undefined)
    say(
      'Missing `url` in the config, which `polls.pages` needs',
      'pages',
      'The email links to the pages by their whole address: set `url:` to where `dist/` will lie on the web.',
    )
  if (polls?.pages && polls.url !== undefined)
    say(
      'Unexpected `polls.pages` beside `polls.url`, expected one of the two',
      'pages',
      'Votes go to one place: with `polls.url` set, nobody would ever come to the pages. Remove one of the two.',
    )
  if (polls?.endpoint !== undefined && !polls.pages)
    say(
      'Unexpected `polls.endpoint` without `polls.pages`',
      'endpoint',
      'It receives what the button on a page sends. Add `pages: true`, or write `polls.url` for a link that votes by itself.',
    )
}
