import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { SponsorList } from '../settings.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

/**
 * Reports each sponsor whose flight ends before it begins.
 * @param file the file with the sponsors
 * @param path the path of the sponsors in that file
 */
export function validateFlights(sponsors: SponsorList, yaml: Yaml, file: VFile, path: YamlPath): void {
  for (const [key, sponsor] of Object.entries(sponsors)) {
    if (typeof sponsor !== 'object') continue
    const { from, until } = sponsor
    if (from === undefined || until === undefined || from <= until) continue
    const name = [...path, key, 'until'].join('.')
    report(file, `Unexpected \`${until}\` in \`${name}\`, expected a day that is not before \`${from}\``, {
      ruleId: 'config',
      place: yaml.placeOf([...path, key, 'until']),
      note: 'The sponsor is shown from the day `from` to the day `until`, both included.',
    })
  }
}
