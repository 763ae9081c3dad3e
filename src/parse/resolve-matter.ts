import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { memoizeText } from '../memoize-text.ts'
import type { Settings } from '../settings.ts'
import type { Address, Direction, Matter } from '../types.ts'
import { createSlug } from '../urls/create-slug.ts'
import { extractIssueName } from '../urls/issue-paths.ts'
import { isEntries } from './adapt-entries.ts'
import { extractDate } from './date-text.ts'
import { describeMissingDay, extractMissingDate } from './describe-date.ts'
import type { FrontMatter } from './extract-front-matter.ts'

/** Scripts that are written from right to left (Unicode Standard, Bidi class R and AL). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/**
 * Fills in the defaults of the front matter: from the name of the file (of the folder of an `index.md`), the first level-1 heading, and the config. A missing
 * title is reported.
 * @param file the issue; slug and date can be in its `path`
 * @param front the entries that the author wrote
 * @param tree the Markdown; without it, the title's default from a heading is not resolved and its absence not reported
 */
export function resolveMatter(file: VFile, front: FrontMatter, settings: Settings, tree?: Root): Matter {
  const entries = fillInNumber(front.entries)
  const heading = tree?.children.find((node) => node.type === 'heading' && node.depth === 1)
  const title = entries.title || (heading ? toText(heading).trim() : '') || entries.subject || ''
  // A title can be missing because its entry, or the YAML, has a mistake that is reported already.
  const isReported = file.messages.some(
    ({ fatal, ruleId }) => fatal && (ruleId === 'yaml-syntax' || ruleId?.startsWith('front-matter')),
  )
  if (tree && title === '' && !isReported && !reportMistypedTitle(file)) reportMissingTitle(file)
  const name = file.path ? extractIssueName(file.path) : ''
  if (tree && !hasDate(front)) reportMissingDate(file, name)
  const lang = entries.lang ?? settings.lang
  const date = entries.date ?? extractDate(name)
  return {
    subject: entries.subject || title,
    preheader: entries.preheader ?? '',
    title,
    slug: entries.slug ?? createSlug(name),
    ...(date !== undefined && { date }),
    ...(entries.number !== undefined && { number: entries.number }),
    author: entries.author ?? settings.from,
    // A `from` without an address changes only the name of the config's sender.
    from: entries.from?.email === undefined ? mergeDefined(settings.from, entries.from) : entries.from,
    ...(entries.sponsor !== undefined && { sponsor: entries.sponsor }),
    template: entries.template ?? settings.template,
    lang,
    dir: entries.dir ?? settings.dir ?? resolveDirection(lang),
    draft: entries.draft ?? false,
    tags: entries.tags ?? [],
    params: entries.params ?? {},
  }
}

/** Replaces `{number}` in the texts of the front matter that readers see by the issue's number, if it has one. */
function fillInNumber(entries: FrontMatter['entries']): FrontMatter['entries'] {
  const { number } = entries
  if (number === undefined) return entries
  const keys = ['subject', 'preheader', 'title'] as const
  const filled = keys.map((key) => [key, entries[key]?.replaceAll('{number}', String(number))])
  return { ...entries, ...Object.fromEntries(filled) }
}

function mergeDefined(usual: Address | undefined, own: Address | undefined): Address | undefined {
  return own ? { ...usual, ...own } : usual
}

function hasDate({ yaml: { value } }: FrontMatter): boolean {
  return isEntries(value) && value.date !== undefined
}

/** Without a message, the issue would have no date, or another place among the others, and nobody would know why. */
function reportMissingDate(file: VFile, name: string): void {
  const date = extractMissingDate(name)
  if (date === undefined) return
  report(file, `Unexpected \`${date}\` in the name of the file, expected a date that exists`, {
    ruleId: 'front-matter',
    place: { line: 1, column: 1, offset: 0 },
    severity: 'warning',
    note: `${describeMissingDay(date)} The issue has no date. Rename the file, or write \`date:\` in the front matter.`,
  })
}

/**
 * Makes the warning that an unknown key is meant as the subject or the title an error, when there is no other: it is the
 * cause of what is missing.
 * @returns whether there is such a warning
 */
function reportMistypedTitle(file: VFile): boolean {
  const mistyped = file.messages.find(
    ({ ruleId, reason }) => ruleId === 'front-matter' && /expected `(?:subject|title)`$/.test(reason),
  )
  if (!mistyped) return false
  const { reason, place, note } = mistyped
  report(file, reason, { ruleId: 'front-matter', place, note })
  return true
}

function reportMissingTitle(file: VFile): void {
  report(file, 'Missing `subject` in the front matter', {
    ruleId: 'front-matter',
    place: { line: 1, column: 1, offset: 0 },
    note: 'Write `subject:` or `title:` in the front matter, or begin the text with a level-1 heading: `# Title`.',
  })
}

const resolveDirection = memoizeText((lang): Direction => {
  const { script } = new Intl.Locale(lang).maximize()
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr'
}, 100)
