import type { VFile } from 'vfile'
import { complain } from '../messages/complain.ts'
import { hold } from '../yaml/hold.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { checkFlights } from './check-flights.ts'
import { checkLogos } from './check-logos.ts'
import { sponsorsSchema } from './config-schema.ts'
import type { SponsorList } from './settings.ts'
import { withoutEmpty } from './without-empty.ts'

/**
 * Holds `sponsors.yml` against its schema; complaints stand at their line and column.
 * @param file its text
 * @param taken the keys of the sponsors in the config
 * @returns the sponsors, those with mistakes left out
 */
export function holdSponsors(file: VFile, taken: readonly string[]): SponsorList {
  const yaml = parseYaml(String(file), file)
  const options = { ruleId: 'config', subject: 'sponsors' }
  const value = withoutEmpty(yaml.value)
  const sponsors = hold(sponsorsSchema, { ...yaml, value }, file, options) as SponsorList
  checkFlights(sponsors, yaml, file, [])
  checkLogos(sponsors, yaml, file, [])
  for (const key of Object.keys(sponsors).filter((each) => taken.includes(each)))
    complain(
      file,
      `Unexpected second ${key === 'max' ? '' : 'sponsor '}\`${key}\`, expected a key that the config does not have`,
      {
        ruleId: options.ruleId,
        place: yaml.placeOf([key], 'key'),
        note: 'Which of the two counts would be a guess. Take one of them out.',
      },
    )
  return sponsors
}
