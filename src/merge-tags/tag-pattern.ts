import type { Dialect } from './dialect.ts'

/**
 * One expression that finds every native merge tag of some dialects.
 * @param dialects where several fit, an earlier one goes first
 */
export function createTagPattern(dialects: readonly Dialect[]): RegExp {
  const all = dialects.flatMap((dialect) => dialect.tags ?? [createLinePattern(dialect)])
  const sources = [...new Set(all.map(({ source }) => source))]
  return new RegExp(sources.join('|'), all.some(({ ignoreCase }) => ignoreCase) ? 'gi' : 'g')
}

/** What stands on one line between delimiters; a longer run of the opening one's last sign opens something else. */
function createLinePattern({ open, close }: Dialect): RegExp {
  const [start, sign, end] = [open, open.slice(-1), close].map(escapePattern)
  return new RegExp(`${start}(?!${sign})[^\`\\n]{1,1000}?${end}`)
}

/** A text as an expression that finds it. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
