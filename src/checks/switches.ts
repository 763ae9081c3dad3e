import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import { frontMatterRange } from '../parse/front-matter-range.ts'

/** Whether comments in the Markdown switch a check off for a line; without a line, for the issue as a whole. */
export type Switches = (check: string, line: number | undefined) => boolean

interface Range {
  check: string
  from: number
  to: number
}

/** A comment in front matter: `# issue-disable subject-length`. */
const yamlComment = /^\s*#\s*issue-(disable-next-line|disable)\b(.*)$/

const comment = /^<!--\s*issue-(disable-next-line|disable|enable)\b([\s\S]*?)-->/

/**
 * Parses `<!-- issue-disable-next-line link-text -->`, `<!-- issue-disable link-text -->` and `<!-- issue-enable -->`.
 * A comment without names applies to all checks. The next line is the next one that is not blank. In front matter,
 * `# issue-disable subject-length` applies to the whole issue.
 * @param tree the Markdown
 * @param source its text
 */
export function parseSwitches(tree: Root, source: string): Switches {
  const lines = source.split('\n')
  const ranges = parseFrontMatter(source)
  visit(tree, 'html', ({ value, position }) => {
    const [, verb, rest = ''] = comment.exec(value.trim()) ?? []
    if (!verb || !position) return
    const checks = parseNames(rest)
    const after = position.end.line
    if (verb === 'enable') closeRanges(ranges, checks, after)
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

function parseFrontMatter(source: string): Range[] {
  const range = frontMatterRange(source)
  if (!range?.isClosed) return []
  const lines = source.slice(0, range.contentEnd).split('\n')
  return lines.flatMap((line, index) => {
    const [whole, verb, rest = ''] = yamlComment.exec(line.trimEnd()) ?? []
    if (!whole) return []
    const [from, to] = verb === 'disable' ? [1, Number.POSITIVE_INFINITY] : [index + 2, index + 2]
    return parseNames(rest).map((check) => ({ check, from, to }))
  })
}

function parseNames(rest: string): string[] {
  const names = rest.split(/[\s,]+/).filter((name) => name !== '')
  return names.length > 0 ? names : ['*']
}

function closeRanges(ranges: Range[], checks: string[], line: number): void {
  for (const range of ranges) {
    const open = range.to === Number.POSITIVE_INFINITY
    if (open && (checks.includes('*') || checks.includes(range.check))) range.to = line
  }
}
