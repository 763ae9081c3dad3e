import type { Root } from 'mdast'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { findNodes } from './readers/find-nodes.ts'

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
  const written = parseFrontMatter(source).map((range) => [`${range.check}:${range.from}`, range] as const)
  const ranges = [...new Map(written).values()]
  const open = new Map(
    ranges.filter(({ to }) => to === Number.POSITIVE_INFINITY).map((range) => [range.check, range]),
  )
  for (const { value, position } of findNodes(tree, 'html')) {
    const [, verb, rest = ''] = comment.exec(value.trim()) ?? []
    if (!verb || !position) continue
    const checks = parseNames(rest)
    const after = position.end.line
    if (verb === 'enable') closeRanges(open, checks, after)
    else if (verb === 'disable')
      for (const check of checks.filter((each) => !open.has(each))) {
        const range = { check, from: after, to: Number.POSITIVE_INFINITY }
        ranges.push(range)
        open.set(check, range)
      }
    else {
      const next = findNextLine(lines, after)
      ranges.push(...checks.map((check) => ({ check, from: next, to: next })))
    }
  }
  return createSwitches(ranges)
}

/** Indexes ranges by their checks and lines: an issue can have as many comments as messages. */
function createSwitches(ranges: readonly Range[]): Switches {
  const lines = new Set<string>()
  const long = new Map<string, Range[]>()
  for (const range of ranges) {
    const { check, from, to } = range
    if (from === to) lines.add(`${check}:${from}`)
    else if (long.has(check)) long.get(check)?.push(range)
    else long.set(check, [range])
  }
  return (check, line = 1) =>
    [check, '*'].some((name) => lines.has(`${name}:${line}`) || isWithinRange(long.get(name), line))
}

/** Whether a line is in one of the ranges, which are in their order. */
function isWithinRange(ranges: readonly Range[] = [], line: number): boolean {
  let low = 0
  let high = ranges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ranges[middle]?.from ?? 0) <= line) low = middle + 1
    else high = middle
  }
  return line <= (ranges[low - 1]?.to ?? 0) || line === ranges[low - 2]?.to
}

/** The number of the first line below another that is not blank; 0 when there is none. */
function findNextLine(lines: readonly string[], after: number): number {
  for (let index = after; index < lines.length; index += 1) if (lines[index]?.trim() !== '') return index + 1
  return 0
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

function closeRanges(open: Map<string, Range>, checks: string[], line: number): void {
  for (const check of checks.includes('*') ? [...open.keys()] : checks) {
    const range = open.get(check)
    if (range) range.to = line
    open.delete(check)
  }
}
