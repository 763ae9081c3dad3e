import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Tells whether a check is switched off for a line, by comments in the Markdown. */
export type Switches = (check: string, line: number) => boolean

interface Range {
  check: string
  from: number
  to: number
}

const comment = /^<!--\s*issue-(disable-next-line|disable|enable)\b([\s\S]*?)-->/

/**
 * Reads `<!-- issue-disable-next-line link-text -->`, `<!-- issue-disable link-text -->` and `<!-- issue-enable -->`.
 * Without names a comment means all checks. The next line is the next one that is not blank.
 * @param tree the Markdown
 * @param source its text
 */
export function toSwitches(tree: Root, source: string): Switches {
  const ranges: Range[] = []
  const lines = source.split('\n')
  visit(tree, 'html', ({ value, position }) => {
    const [, verb, rest = ''] = comment.exec(value.trim()) ?? []
    if (!verb || !position) return
    const names = rest.split(/[\s,]+/).filter((name) => name !== '')
    const checks = names.length > 0 ? names : ['*']
    const after = position.end.line
    if (verb === 'enable') close(ranges, checks, after)
    else if (verb === 'disable')
      ranges.push(...checks.map((check) => ({ check, from: after, to: Number.POSITIVE_INFINITY })))
    else {
      const next = lines.findIndex((line, index) => index >= after && line.trim() !== '') + 1
      ranges.push(...checks.map((check) => ({ check, from: next, to: next })))
    }
  })
  return (check, line) =>
    ranges.some(
      (range) => (range.check === check || range.check === '*') && line >= range.from && line <= range.to,
    )
}

function close(ranges: Range[], checks: string[], line: number): void {
  for (const range of ranges) {
    const open = range.to === Number.POSITIVE_INFINITY
    if (open && (checks.includes('*') || checks.includes(range.check))) range.to = line
  }
}
