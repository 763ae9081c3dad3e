import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { findFrontMatter } from '../parse/front-matter-range.ts'

/** Tells whether a check is switched off for a line, or for what has none, by comments in the Markdown. */
export type Switches = (check: string, line: number | undefined) => boolean

interface Range {
  check: string
  from: number
  to: number
}

/** In front matter a comment is YAML's: `# issue-disable subject-length`. */
const yamlComment = /^\s*#\s*issue-(disable-next-line|disable)\b(.*)$/

const comment = /^<!--\s*issue-(disable-next-line|disable|enable)\b([\s\S]*?)-->/

/**
 * Reads `<!-- issue-disable-next-line link-text -->`, `<!-- issue-disable link-text -->` and `<!-- issue-enable -->`.
 * Without names a comment means all checks. The next line is the next one that is not blank. In front matter the
 * comment is `# issue-disable subject-length`, and means the whole issue.
 * @param tree the Markdown
 * @param source its text
 */
export function parseSwitches(tree: Root, source: string): Switches {
  const lines = source.split('\n')
  const ranges = readFrontMatter(source)
  visit(tree, 'html', ({ value, position }) => {
    const [, verb, rest = ''] = comment.exec(value.trim()) ?? []
    if (!verb || !position) return
    const checks = toNames(rest)
    const after = position.end.line
    if (verb === 'enable') close(ranges, checks, after)
    else if (verb === 'disable')
      ranges.push(...checks.map((check) => ({ check, from: after, to: Number.POSITIVE_INFINITY })))
    else {
      const next = lines.findIndex((line, index) => index >= after && line.trim() !== '') + 1
      ranges.push(...checks.map((check) => ({ check, from: next, to: next })))
    }
  })
  return (check, line = 1) =>
    ranges.some(
      (range) => (range.check === check || range.check === '*') && line >= range.from && line <= range.to,
    )
}

function readFrontMatter(source: string): Range[] {
  const range = findFrontMatter(source)
  if (!range?.isClosed) return []
  const lines = source.slice(0, range.contentEnd).split('\n')
  return lines.flatMap((line, index) => {
    const [whole, verb, rest = ''] = yamlComment.exec(line.trimEnd()) ?? []
    if (!whole) return []
    const [from, to] = verb === 'disable' ? [1, Number.POSITIVE_INFINITY] : [index + 2, index + 2]
    return toNames(rest).map((check) => ({ check, from, to }))
  })
}

function toNames(rest: string): string[] {
  const names = rest.split(/[\s,]+/).filter((name) => name !== '')
  return names.length > 0 ? names : ['*']
}

function close(ranges: Range[], checks: string[], line: number): void {
  for (const range of ranges) {
    const open = range.to === Number.POSITIVE_INFINITY
    if (open && (checks.includes('*') || checks.includes(range.check))) range.to = line
  }
}
