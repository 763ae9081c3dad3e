import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { SponsorList } from '../settings.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { sponsorsSchema } from './config-schema.ts'
import { removeEmpty } from './remove-empty.ts'
import { validateFlights } from './validate-flights.ts'
import { validateLogos } from './validate-logos.ts'

/**
 * Holds `sponsors.yml` against its schema; complaints stand at their line and column.
 * @param file its text
 * @param taken the keys of the sponsors in the config
 * @returns the sponsors, those with mistakes left out
 */
export function validateSponsors(file: VFile, taken: readonly string[]): SponsorList {
  const yaml = parseYaml(String(file), file)
  const options = { ruleId: 'config', subject: 'sponsors' } as const
  const value = removeEmpty(yaml.value)
  const sponsors = validate(sponsorsSchema, { ...yaml, value }, file, options) as SponsorList
  validateFlights(sponsors, yaml, file, [])
  validateLogos(sponsors, yaml, file, [])
  for (const key of Object.keys(sponsors).filter((each) => taken.includes(each)))
    report(
      file,
      `Unexpected second ${key === 'max' ? '' : 'sponsor '}\`${key}\`, expected a key that the config does not have`,
      {
        ruleId: options.ruleId,
        place: yaml.placeOf([key], 'key'),
        note: 'Nobody can tell which of the two is meant. Remove one of them.',
      },
    )
  return sponsors
}
