import { VFile } from 'vfile'
import { nearest } from '../diagnostics/nearest.ts'
import {
  features,
  featureUrl,
  formatClientList,
  isFeature,
  resolvePlatforms,
} from '../mail-clients/features.ts'
import { createClientLookup } from '../mail-clients/lacking-clients.ts'
import { memoizeText } from '../memoize-text.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { type CheckContext, defineCheck, type Report } from './check.ts'
import { checkElements } from './client-support/check-elements.ts'
import { checkRemoved } from './client-support/check-removed.ts'
import { checkStyleSheets, parseTemplateSheets } from './client-support/check-style-sheet.ts'
import type { Found } from './client-support/found.ts'

export const clientSupport = defineCheck({
  name: 'client-support',
  summary: 'The mail clients in the config’s `clients` support the HTML and CSS that the email uses.',
  note: 'Validated against the data of caniemail.com for the config’s `clients`. If the email is fine without a feature, list the feature in the template’s `theme.yml`, under `enhancements`, with the reason: `css-border-radius: why`.',
  level: 'warning',
  options: { share: 0 },
  run(context, report, { share }) {
    reportUnknownEnhancements(context, report)
    const findLackingClients = lookupFor(context.settings.clients.join('\n'))
    const sheets = parseTemplateSheets(context.theme)
    const found = [
      ...checkStyleSheets(context, sheets),
      ...checkElements(context, sheets),
      ...checkRemoved(context),
    ]
    const reported = new Map<Found['at']['file'], Set<string>>()
    for (const one of found) {
      if (isEnhancement(one, context.theme.enhancements)) continue
      const { lacking, tested, notes } = findLackingClients(one.use)
      if (lacking.length === 0 || (lacking.length / tested.length) * 100 < Math.max(share, one.share ?? 0))
        continue
      const keys = reported.get(one.at.file) ?? new Set()
      const key = `${one.use.slug} ${one.at.position?.start.line}`
      if (keys.has(key)) continue
      reported.set(one.at.file, keys.add(key))
      const list = formatClientList(lacking, tested)
      report(
        `Unexpected ${one.use.words}, which ${lacking.length} of ${tested.length} clients ${lacking.length === 1 ? 'lacks' : 'lack'}: ${list}`,
        { at: one.at, cause: one.use.slug, note: formatNote(one, notes, context) },
      )
    }
  },
})

/**
 * Whether the template declares that the email is fine without the use. A client without `@supports` leaves out what is in
 * it, like one without the feature that it is about.
 */
function isEnhancement({ use, isRaw }: Found, enhancements: Record<string, string>): boolean {
  if (isRaw) return false
  if (Object.hasOwn(enhancements, use.slug)) return true
  if (use.slug !== 'css-at-supports') return false
  const [, property, value] = /\(\s*([a-z-]+)\s*:\s*([^()]*?)\s*\)$/.exec(use.value) ?? []
  const about = [`css-${property}-${value}`, `css-${property}`].find(isFeature)
  return about !== undefined && Object.hasOwn(enhancements, about)
}

/** The lookup for the config's `clients`, one a line. */
const lookupFor = memoizeText((names) => createClientLookup(resolvePlatforms(names.split('\n'))), 10)

/** caniemail's notes, what to do, and the page of caniemail with the day of the last test. */
function formatNote({ use, at }: Found, notes: string[], { file }: CheckContext): string {
  const excerpts = notes
    .slice(0, 2)
    .map((note) => note.replace(/^(Partial|Buggy|Not supported)\b[^.]{0,10}\.\s*/, ''))
  const source = `${featureUrl(use.slug)} (tested ${features[use.slug]?.tested})`
  const advice =
    at.file === file
      ? 'Leave it out, or make sure that the email is fine without it.'
      : `If the email is fine without it, list it in the template’s \`theme.yml\`, under \`enhancements\`: \`${use.slug}: why\`.`
  return [...excerpts, advice, source].join(' ')
}

/** Reports names under `enhancements` that are not features of caniemail. */
function reportUnknownEnhancements({ theme }: CheckContext, report: Report): void {
  const file = theme.files.get('theme.yml')
  const unknown = Object.keys(theme.enhancements).filter((slug) => !isFeature(slug))
  if (!file || unknown.length === 0) return
  // Syntax errors in the YAML were reported when the theme was loaded.
  const { value, placeOf } = parseYaml(String(file), new VFile(String(file)))
  const own = Object.keys((value as { enhancements?: object } | undefined)?.enhancements ?? {})
  // An inherited name is reported for the template that declares it.
  for (const slug of unknown.filter((name) => own.includes(name))) {
    const near = nearest(slug, Object.keys(features))
    const expected = near ? `\`${near}\`` : 'a feature of caniemail.com'
    report(`Unexpected \`${slug}\` in \`enhancements\`, expected ${expected}`, {
      at: { file, position: placeOf(['enhancements', slug], 'key') },
      note: 'Write the name that is in the address of the feature’s page: `css-border-radius` for https://www.caniemail.com/features/css-border-radius/.',
    })
  }
}
