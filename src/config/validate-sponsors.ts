import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { SponsorList } from '../settings.ts'
import type { TargetSource } from '../targets/resolve-target.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { sponsorsSchema } from './config-schema.ts'
import { removeEmpty } from './remove-empty.ts'
import { validateFlights } from './validate-flights.ts'
import { validateLogos } from './validate-logos.ts'
import { validateMergeTags } from './validate-merge-tags.ts'

/**
 * Validates `sponsors.yml`; messages have the line and column of the entry.
 * @param file its text
 * @param configKeys the keys of `sponsors` in the config, which must not occur again
 * @param source the targets that the issues are built for
 * @returns the valid sponsors
 */
export function validateSponsors(
  file: VFile,
  configKeys: readonly string[],
  source: { targets: string[] } & TargetSource,
): SponsorList {
  const yaml = parseYaml(String(file), file)
  const options = { ruleId: 'config', subject: 'sponsors' } as const
  const value = removeEmpty(yaml.value)
  const sponsors = validate(sponsorsSchema, { ...yaml, value }, file, options) as SponsorList
  validateFlights(sponsors, yaml, file, [])
  validateLogos(sponsors, yaml, file, [])
  validateMergeTags(sponsors, yaml, file, source)
  for (const key of Object.keys(sponsors).filter((each) => configKeys.includes(each)))
    report(
      file,
      `Unexpected second ${key === 'max' ? '' : 'sponsor '}\`${key}\`, expected a key that the config does not have`,
      {
        ruleId: options.ruleId,
        place: yaml.placeOf([key], 'key'),
        note: 'The config has the same key, and only one of the two can apply. Remove one of them.',
      },
    )
  return sponsors
}
