import { parse, stringify } from 'yaml'
import { frontMatterRange } from '../parse/front-matter-range.ts'

/** An entry of the front matter as it is written, with the lines that belong to it. */
export interface HeadEntry {
  /** `undefined` for what is written above the first entry. */
  key: string | undefined
  text: string
}

/** An issue's text in two: what is between the dashes, and the Markdown. Front matter that is not YAML is left out. */
export function splitHead(source: string): { entries: HeadEntry[]; body: string } {
  const range = frontMatterRange(source)
  if (!range?.isClosed) return { entries: [], body: source }
  const isYaml = /^(?:ya?ml)?$/i.test(range.language)
  const head = source.slice(range.contentStart, range.contentEnd).replace(/^\r?\n/, '')
  return { entries: isYaml ? splitEntries(head) : [], body: source.slice(range.end) }
}

function splitEntries(head: string): HeadEntry[] {
  const entries: HeadEntry[] = []
  for (const line of head === '' ? [] : head.split('\n')) {
    const [, , key] = /^(["']?)([\w-]+)\1\s*:(?=\s|$)/.exec(line) ?? []
    const last = entries.at(-1)
    if (key === undefined && last) last.text += `\n${line}`
    else entries.push({ key, text: line })
  }
  return entries
}

/** Joins front matter and Markdown to an issue's text. */
export function joinHead(entries: readonly HeadEntry[], body: string): string {
  const head = entries.map(({ text }) => `${text.trimEnd()}\n`).join('')
  const rest = body.trim()
  return `---\n${head}---\n${rest === '' ? '' : `\n${rest}\n`}`
}

/** The value of an entry; `undefined` for none, and where the YAML has a mistake. */
export function parseEntry(entries: readonly HeadEntry[], key: string): unknown {
  const entry = entries.find((each) => each.key === key)
  if (!entry) return undefined
  try {
    return parse(entry.text)?.[key] ?? undefined
  } catch {
    return undefined
  }
}

/** Creates an entry; an empty text is a key without a value. */
export function createEntry(key: string, value: string | number | boolean): HeadEntry {
  return { key, text: value === '' ? `${key}:` : `${key}: ${formatScalar(value)}` }
}

/** Formats a value in YAML, on one line and in quotation marks where they are needed. */
export function formatScalar(value: string | number | boolean): string {
  return stringify(value, { lineWidth: 0 }).trimEnd()
}

/**
 * Sets an entry where it is, or below the others.
 * @param value `undefined` removes it
 */
export function setEntry(
  entries: readonly HeadEntry[],
  key: string,
  value: string | number | boolean | undefined,
): HeadEntry[] {
  if (value === undefined) return entries.filter((entry) => entry.key !== key)
  const entry = createEntry(key, value)
  const isThere = entries.some((each) => each.key === key)
  return isThere ? entries.map((each) => (each.key === key ? entry : each)) : [...entries, entry]
}
