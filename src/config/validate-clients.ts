import type { VFile } from 'vfile'
import { listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'

/**
 * Reports mail clients that caniemail.com has no data about.
 * @param clients the config's `clients`
 * @param known families, such as `gmail`, and their platforms, such as `gmail.ios`
 */
export function validateClients(clients: string[], yaml: Yaml, file: VFile, known: readonly string[]): void {
  const families = [...new Set(known.map((name) => name.split('.')[0] ?? name))]
  for (const [index, name] of clients.entries()) {
    if (known.includes(name)) continue
    const [family = '', platform] = name.split('.')
    const platforms = known.filter((other) => other.startsWith(`${family}.`))
    const near = nearest(name, known)
    const expected = near ? `\`${near}\`` : listNames(platform && platforms.length > 0 ? platforms : families)
    report(file, `Unexpected client \`${name}\` in \`clients\`, expected ${expected}`, {
      ruleId: 'config',
      place: yaml.placeOf(['clients', index]),
      note: 'A client is a family of https://www.caniemail.com, such as `gmail`, or one platform of it, such as `gmail.ios`.',
    })
  }
}
