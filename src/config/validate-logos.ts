import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { SponsorList } from '../settings.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

/**
 * Complains of each sponsor with a logo for dark mode that is to take the place of none.
 * @param file where the sponsors stand, for its messages
 * @param path where in the file they stand
 */
export function validateLogos(sponsors: SponsorList, yaml: Yaml, file: VFile, path: YamlPath): void {
  for (const [key, sponsor] of Object.entries(sponsors)) {
    if (typeof sponsor !== 'object' || !sponsor['logo-dark'] || sponsor.logo) continue
    const name = [...path, key].join('.')
    report(file, `Missing \`logo\` in \`${name}\`, whose place its \`logo-dark\` takes in dark mode`, {
      ruleId: 'config',
      place: yaml.placeOf([...path, key, 'logo-dark'], 'key'),
      note: 'A `logo-dark` is shown only in place of a `logo`. If the picture can be seen on light and on dark backgrounds, name it `logo`.',
    })
  }
}
