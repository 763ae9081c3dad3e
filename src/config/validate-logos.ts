import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { SponsorList } from '../settings.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

/**
 * Reports each sponsor that has a `logo-dark` without a `logo`.
 * @param file the file with the sponsors
 * @param path the path of the sponsors in that file
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
