import type { Entries } from './adapt-entries.ts'

/** One entry: its key, and the value up to the end of its line. */
const entryLine = /^([\w-]+|"[^"]*")[ \t]*=[ \t]*(.+)$/
const tableLine = /^\[([\w-]+(?:\.[\w-]+)*)\][ \t]*(?:#.*)?$/
const scalar = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s,[\]{}#"']+(?:[ \t]\d{2}:[^\s,\]]+)?/

/**
 * Parses as much of TOML as the front matter of Hugo and Zola has: texts, numbers, dates and lists of them, also in tables.
 * @param text the lines between the two lines of `+++`
 * @returns `undefined` when there is anything else, such as a text of several lines
 */
export function parseToml(text: string): Entries | undefined {
  const root: Entries = {}
  let table = root
  for (const line of joinLists(text.split(/\r?\n/))) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    const [, name] = tableLine.exec(trimmed) ?? []
    if (name !== undefined) {
      table = openTable(root, name.split('.'))
      continue
    }
    const [, key, written = ''] = entryLine.exec(trimmed) ?? []
    const value = parseValue(written)
    if (key === undefined || value === undefined) return undefined
    table[key.replace(/^"|"$/g, '')] = value
  }
  return root
}

/** Joins the lines of a list that is written on several. */
function joinLists(lines: readonly string[]): string[] {
  const joined: string[] = []
  let open = false
  for (const line of lines) {
    if (open) joined.push(`${joined.pop() ?? ''} ${line.trim()}`)
    else joined.push(line)
    const last = joined.at(-1) ?? ''
    open = /=[ \t]*\[/.test(last) && !/\][ \t]*(?:#.*)?$/.test(last)
  }
  return joined
}

function openTable(root: Entries, path: readonly string[]): Entries {
  let table = root
  for (const name of path) {
    const next: Entries = (table[name] as Entries | undefined) ?? {}
    table[name] = next
    table = next
  }
  return table
}

function parseValue(written: string): unknown {
  const [whole, inner] = /^\[(.*)\][ \t]*(?:#.*)?$/.exec(written) ?? []
  if (whole !== undefined && inner !== undefined) {
    const items = inner.match(new RegExp(scalar, 'g')) ?? []
    const rest = inner.replace(new RegExp(scalar, 'g'), '').replace(/[\s,]/g, '')
    return rest === '' ? items.map(parseScalar) : undefined
  }
  const [found = ''] = new RegExp(`^(?:${scalar.source})`).exec(written) ?? []
  const after = written.slice(found.length).trim()
  return found !== '' && (after === '' || after.startsWith('#')) ? parseScalar(found) : undefined
}

function parseScalar(written: string): unknown {
  if (written.startsWith("'")) return written.slice(1, -1)
  if (!written.startsWith('"')) {
    if (written === 'true' || written === 'false') return written === 'true'
    return /^[+-]?\d+(?:\.\d+)?$/.test(written) ? Number(written) : written
  }
  try {
    return JSON.parse(written)
  } catch {
    return undefined
  }
}
