import { VFile } from 'vfile'
import { nearest } from '../diagnostics/nearest.ts'
import {
  features,
  featureUrl,
  formatClientList,
  isFeature,
  resolvePlatforms,
} from '../mail-clients/features.ts'
import { findLackingClients } from '../mail-clients/lacking-clients.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { type CheckContext, defineCheck, type Report } from './check.ts'
import { checkElements } from './client-support/check-elements.ts'
import { checkRemoved } from './client-support/check-removed.ts'
import { checkStyleSheet, parseSheet } from './client-support/check-style-sheet.ts'
import type { Found } from './client-support/found.ts'

export const clientSupport = defineCheck({
  name: 'client-support',
  summary: 'Mail clients support the HTML and CSS that the email uses.',
  note: 'Held against the data of caniemail.com for the config’s `clients`. What a template uses on purpose, since the email is right without it, it declares in its `theme.yml`: `enhancements`, a map of caniemail’s names to the reasons.',
  level: 'warning',
  options: { share: 0 },
  run(subject, report, { share }) {
    reportUnknown(subject, report)
    const clients = resolvePlatforms(subject.settings.clients)
    const sheet = parseSheet(subject.theme)
    const found = [
      ...checkStyleSheet(subject, sheet),
      ...checkElements(subject, sheet),
      ...checkRemoved(subject),
    ]
    const told = new Map<Found['at']['file'], Set<string>>()
    for (const one of found) {
      if (!one.isRaw && Object.hasOwn(subject.theme.enhancements, one.use.slug)) continue
      const { lacking, tested, notes } = findLackingClients(one.use, clients)
      if (lacking.length === 0 || (lacking.length / tested.length) * 100 < Math.max(share, one.share ?? 0))
        continue
      const keys = told.get(one.at.file) ?? new Set()
      const key = `${one.use.slug} ${one.at.position?.start.line}`
      if (keys.has(key)) continue
      told.set(one.at.file, keys.add(key))
      const list = formatClientList(lacking, tested)
      report(
        `Unexpected ${one.use.words}, which ${lacking.length} of ${tested.length} clients ${lacking.length === 1 ? 'lacks' : 'lack'}: ${list}`,
        { at: one.at, note: toNote(one, notes, subject) },
      )
    }
  },
})

/** What caniemail says of it, how old that is, and what to do. */
function toNote({ use, at }: Found, notes: string[], { file }: CheckContext): string {
  const said = notes
    .slice(0, 2)
    .map((note) => note.replace(/^(Partial|Buggy|Not supported)\b[^.]{0,10}\.\s*/, ''))
  const source = `${featureUrl(use.slug)} (tested ${features[use.slug]?.tested})`
  const mend =
    at.file === file
      ? 'Leave it out, or see that the email is right without it.'
      : `If the email is right without it, say so in the template’s \`theme.yml\`, under \`enhancements\`: \`${use.slug}: why\`.`
  return [...said, mend, source].join(' ')
}

/** A name under `enhancements` that caniemail does not have declares nothing. */
function reportUnknown({ theme }: CheckContext, report: Report): void {
  const file = theme.files.get('theme.yml')
  const unknown = Object.keys(theme.enhancements).filter((slug) => !isFeature(slug))
  if (!file || unknown.length === 0) return
  // The template's own complaints about its YAML are on the file already.
  const { value, placeOf } = parseYaml(String(file), new VFile(String(file)))
  const own = Object.keys((value as { enhancements?: object } | undefined)?.enhancements ?? {})
  // What is inherited is told of the template that declares it.
  for (const slug of unknown.filter((name) => own.includes(name))) {
    const near = nearest(slug, Object.keys(features))
    const expected = near ? `\`${near}\`` : 'a feature of caniemail.com'
    report(`Unexpected \`${slug}\` in \`enhancements\`, expected ${expected}`, {
      at: { file, position: placeOf(['enhancements', slug], 'key') },
      note: 'A feature is named as in its address: `css-border-radius` of https://www.caniemail.com/features/css-border-radius/.',
    })
  }
}
