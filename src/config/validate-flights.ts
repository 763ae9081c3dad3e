import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { SponsorList } from '../settings.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

/**
 * Complains of each sponsor whose flight ends before it begins.
 * @param file where the sponsors stand, for its messages
 * @param path where in the file they stand
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
      note: 'A flight runs from the day `from` to the day `until`, both included.',
    })
  }
}
