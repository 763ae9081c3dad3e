import type { Dialect } from './dialect.ts'

/**
 * Creates the pattern of all native merge tags of some dialects. Global.
 * @param dialects the first of several that match counts
 */
export function createTagPattern(dialects: readonly Dialect[]): RegExp {
  const all = dialects.flatMap((dialect) => dialect.tags ?? [createLinePattern(dialect)])
  const sources = [...new Set(all.map(({ source }) => source))]
  return new RegExp(sources.join('|'), all.some(({ ignoreCase }) => ignoreCase) ? 'gi' : 'g')
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
