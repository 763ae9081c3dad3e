import { expectedName } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import type { ImageStore } from '../images/image-store.ts'
import type { ParsedIssue } from '../parse/parse-issue.ts'
import type { Settings } from '../settings.ts'
import type { Picture } from '../types.ts'
import { createUtmTagger } from '../urls/create-utm-tagger.ts'

/** The sponsor of a whole issue, as the masthead shows it. */
export interface Masthead {
  name: string
  url: string
  logo: Picture | null
  /** The same for dark mode. */
  logo_dark: Picture | null
}

/**
 * Resolves the sponsor of the front matter. An unknown sponsor or a missing logo is reported.
 * @returns `null` without a sponsor, and for an unknown one
 */
export function resolveMasthead(
  { issue, placeOf }: ParsedIssue,
  settings: Settings,
  imageStore: ImageStore,
): Masthead | null {
  const { file, matter } = issue
  if (matter.sponsor === undefined) return null
  const record = Object.hasOwn(settings.sponsors, matter.sponsor)
    ? settings.sponsors[matter.sponsor]
    : undefined
  const place = placeOf(['sponsor'])
  if (!record) {
    const known = Object.keys(settings.sponsors)
    const expected = known.length > 0 ? `, expected ${expectedName(matter.sponsor, known)}` : ''
    report(file, `Unexpected sponsor \`${matter.sponsor}\`${expected}`, {
      ruleId: 'sponsor-unknown',
      place,
      note: 'The front matter names a sponsor by its key under `sponsors` in the config. Correct it, or add the sponsor there.',
    })
    return null
  }
  const resolvePicture = (path: string | undefined): Picture | null => {
    const resolved = path ? imageStore.resolve(path, 'root') : undefined
    if (resolved && 'reason' in resolved)
      report(file, resolved.reason, { ruleId: 'image-file', place, note: resolved.note })
    return resolved && 'picture' in resolved ? resolved.picture : null
  }
  const utm = record.utm ? settings.utm : undefined
  return {
    name: record.name,
    url: createUtmTagger(utm, matter.slug)(record.url),
    logo: resolvePicture(record.logo),
    logo_dark: resolvePicture(record['logo-dark']),
  }
}
