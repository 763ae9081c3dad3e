import { memoize } from '../hast/memoize.ts'
import type { Dialect } from './dialect.ts'

/**
 * Creates the pattern of all native merge tags of some dialects. Global.
 * @param dialects the first of several that match counts
 */
export function createTagPattern(dialects: readonly Dialect[]): RegExp {
  const parts = dialects.map(createParts)
  const sources = [...new Set(parts.flatMap((part) => part.sources))]
  // Most characters of a text begin no tag, and with this test not every dialect is tried at each of them.
  const starts = parts.every(({ start }) => start !== undefined) && new Set(parts.map(({ start }) => start))
  const test = starts ? `(?=${[...starts].join('|')})` : ''
  return new RegExp(
    `${test}(?:${sources.join('|')})`,
    parts.some(({ ignoreCase }) => ignoreCase) ? 'gi' : 'g',
  )
}

/** What a dialect adds to a pattern; `start` is that of the character that all its tags begin with, if there is one. */
const createParts = memoize((dialect: Dialect) => {
  const tags = dialect.tags ?? [createLinePattern(dialect)]
  const start = escapePattern(dialect.open.slice(0, 1))
  return {
    sources: tags.map(({ source }) => source),
    ignoreCase: tags.some(({ ignoreCase }) => ignoreCase),
    start: tags.every((tag) => beginsWith(tag, start)) ? start : undefined,
  }
})

/**
 * Whether all that a pattern matches begins with a character. False also for patterns of which it is hard to say.
 * @param first the character's own pattern
 */
function beginsWith({ source }: RegExp, first: string): boolean {
  const start = source.replace(/^\(\?<![^()]*\)/, '').replace(/^\(\?=/, '')
  const isOptional = /^[?*{]/.test(start.slice(first.length))
  return start.startsWith(first) && !isOptional && !hasAlternatives(source)
}

/** Whether a pattern has alternatives outside its groups. */
function hasAlternatives(source: string): boolean {
  let outside = source.replace(/\\./g, '').replace(/\[[^\]]*\]/g, '')
  for (let before = ''; before !== outside; ) {
    before = outside
    outside = outside.replace(/\([^()]*\)/g, '')
  }
  return outside.includes('|')
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
