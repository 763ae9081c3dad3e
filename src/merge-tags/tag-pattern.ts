import type { Dialect } from './dialect.ts'

/**
 * Creates the pattern of all native merge tags of some dialects. Global.
 * @param dialects the first of several that match counts
 */
export function createTagPattern(dialects: readonly Dialect[]): RegExp {
  const all = dialects.flatMap((dialect) => dialect.tags ?? [createLinePattern(dialect)])
  const sources = [...new Set(all.map(({ source }) => source))]
  const ignoresCase = all.some(({ ignoreCase }) => ignoreCase)
  return new RegExp(`${createLookAhead(dialects)}(?:${sources.join('|')})`, ignoresCase ? 'gi' : 'g')
}

/** A test for the characters that tags begin with: elsewhere, which is nearly everywhere, no alternative is tried. */
function createLookAhead(dialects: readonly Dialect[]): string {
  if (!dialects.every(({ tags, beginsAsOpen }) => !tags || beginsAsOpen)) return ''
  const signs = new Set(dialects.map(({ open }) => escapePattern(open.charAt(0))))
  return `(?=${[...signs].join('|')})`
}

/** Any text on one line between delimiters. With another sign of the opening one it would be another delimiter. */
function createLinePattern({ open, close }: Dialect): RegExp {
  const [start, sign, end] = [open, open.slice(-1), close].map(escapePattern)
  return new RegExp(`${start}(?!${sign})[^\`\\n]{1,1000}?${end}`)
}

/** Escapes a text for use in a regular expression. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
