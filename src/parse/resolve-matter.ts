import type { Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Settings } from '../settings.ts'
import type { Address, Direction, Matter } from '../types.ts'
import type { FrontMatter } from './extract-front-matter.ts'
import { isDate } from './front-matter-schema.ts'

/** Scripts that are written from right to left (Unicode Standard, Bidi class R and AL). */
const rightToLeft = new Set(['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg', 'Mand', 'Samr'])

/**
 * Front matter with every default filled in: from the file's name, the first level-1 heading, the config.
 * @param file the issue; its `path` gives slug and date
 * @param front what the author wrote
 * @param settings the newsletter's
 * @param tree the Markdown, when the title matters
 */
export function resolveMatter(file: VFile, front: FrontMatter, settings: Settings, tree?: Root): Matter {
  const { entries } = front
  const heading = tree?.children.find((node) => node.type === 'heading' && node.depth === 1)
  const title = entries.title || (heading ? toText(heading).trim() : '') || entries.subject || ''
  // A key that is there and wrong, or YAML that cannot be read, has its own complaint.
  const told = file.messages.some(
    ({ fatal, ruleId }) => fatal && (ruleId === 'yaml-syntax' || ruleId?.startsWith('front-matter')),
  )
  if (tree && title === '' && !told) reportMissingTitle(file)
  const lang = entries.lang ?? settings.lang
  const date = entries.date ?? /^\d{4}-\d{2}-\d{2}/.exec(file.stem ?? '')?.[0]
  return {
    subject: entries.subject || title,
    preheader: entries.preheader ?? '',
    title,
    slug: entries.slug ?? createSlug(file.stem ?? ''),
    ...(date !== undefined && isDate(date) && { date }),
    author: entries.author ?? settings.from,
    // Another name for the same sender.
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

function mergeDefined(usual: Address | undefined, own: Address | undefined): Address | undefined {
  return own ? { ...usual, ...own } : usual
}

function reportMissingTitle(file: VFile): void {
  report(file, 'Missing `subject` in the front matter', {
    ruleId: 'front-matter',
    place: { line: 1, column: 1, offset: 0 },
    note: 'Write `subject:` or `title:` in the front matter, or begin the text with a level-1 heading: `# Title`.',
  })
}

/** A file's name as a folder's name: what a slug may not hold becomes `-`. */
function createSlug(stem: string): string {
  const slug = stem
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}\p{N}._-]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
  return slug === '' ? 'issue' : slug
}

function resolveDirection(lang: string): Direction {
  const { script } = new Intl.Locale(lang).maximize()
  return script !== undefined && rightToLeft.has(script) ? 'rtl' : 'ltr'
}
