import { parseDocument } from 'yaml'
import { weekdayOf } from '../schedule/day.ts'
import { weekdayNames } from '../schedule/recurrence.ts'
import type { Target } from '../targets/target.ts'
import { describePostalAddress } from './describe-postal-address.ts'

/** A file of a new newsletter. */
export interface ScaffoldFile {
  /** Relative to the newsletter's folder, with `/`. */
  path: string
  bytes: Uint8Array
}

/** What is known of a new newsletter. */
export interface NewsletterChoices {
  name: string
  /** The sender: `Ada <ada@example.com>`. */
  from: string
  /** The provider's name, as in the config. */
  target: string
  template: string
  /** The day of the first issue, `2026-01-06`. */
  date: string
  /** The version of Issuepress that the newsletter depends on. */
  version: string
  /** Whether the config has, or will have, a schedule; `true` when not given. */
  hasSchedule?: boolean
}

/**
 * The order in which files are written. A newsletter that is only partly there builds: the first issue comes after the
 * pictures that it shows, and the config after the issue, which can do without one.
 */
const order = [/^issues\/images\//, /^issues\/(?!_)/, /^issue\.config\./, /^issues\//, /./]

/**
 * Creates the files of a new newsletter, in the order in which they are to be written.
 * @param files the shipped files, as `loadScaffold` reads them
 * @param choices validated
 * @param target the provider of that name
 */
export function createNewsletter(
  files: readonly ScaffoldFile[],
  choices: NewsletterChoices,
  target: Target,
): ScaffoldFile[] {
  const created = files.map(({ path, bytes }) => createFile(path, bytes, choices, target))
  const rank = ({ path }: ScaffoldFile) => order.findIndex((pattern) => pattern.test(path))
  return created.toSorted((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1))
}

function createFile(
  path: string,
  bytes: Uint8Array,
  choices: NewsletterChoices,
  target: Target,
): ScaffoldFile {
  const text = () => new TextDecoder().decode(bytes)
  const file = (written: string, at = path) => ({ path: at, bytes: new TextEncoder().encode(written) })
  if (path === 'issue.config.yml') return file(createConfig(text(), choices, target))
  if (path === 'package.json') return file(createManifest(text(), choices))
  if (path === 'issues/first-issue.md')
    return file(createFirstIssue(adaptGreeting(text(), target), choices), `issues/${choices.date}-welcome.md`)
  if (path === 'issues/_template.md') return file(adaptFarewell(adaptGreeting(text(), target), choices))
  // npm leaves a `.gitignore` out of packages.
  return { path: path.replace(/^_/, '.'), bytes }
}

function createConfig(
  text: string,
  { name, from, target, template, date }: NewsletterChoices,
  provider: Target,
): string {
  const config = parseDocument(text)
  for (const [key, value] of Object.entries({ name, from, target, template })) config.set(key, value)
  config.setIn(['schedule', 'every'], weekdayNames[weekdayOf(date)])
  const { note, isNeeded } = describePostalAddress(provider)
  const written = config
    .toString({ lineWidth: 0 })
    .replace(/(?=\n(?:# )?postalAddress:)/, ` ${note.replaceAll('\n', '\n# ')}`)
  return isNeeded ? written : written.replace(/^(?=postalAddress: )/m, '# ')
}

function createManifest(text: string, { version }: NewsletterChoices): string {
  const manifest = JSON.parse(text)
  manifest.devDependencies.issuepress = `^${version}`
  return `${JSON.stringify(manifest, null, 2)}\n`
}

function createFirstIssue(text: string, { name }: NewsletterChoices): string {
  return text.replace(/^---\n([\s\S]*?)^---\n/m, (_, head: string) => {
    const matter = parseDocument(head)
    matter.set('title', `Welcome to ${name}`)
    return `---\n${matter.toString({ lineWidth: 0 })}---\n`
  })
}

/** Greets without a name where the provider has no certain tag for one that readers without a name could be greeted by, too. */
function adaptGreeting(text: string, { names }: Target): string {
  const { proof, fallback } = names.first_name ?? {}
  const isCertain = [proof, fallback?.proof].every((known) => known !== undefined && known !== 'unverified')
  return isCertain ? text : text.replace('Hello [there](merge:first_name),', 'Hello,')
}

/** Without a schedule, nobody knows the day of the next issue. */
function adaptFarewell(text: string, { hasSchedule = true }: NewsletterChoices): string {
  return hasSchedule
    ? text
    : text.replace('See you on [the next one](merge:next_issue).', 'See you next time.')
}
