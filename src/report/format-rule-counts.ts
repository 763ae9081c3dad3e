import picocolors from 'picocolors'
import type { RunResult } from '../build.ts'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import { displayWidth } from '../typeset/display-width.ts'
import { formatNumber } from './format-counts.ts'
import { replaceControlCharacters } from './replace-control-characters.ts'

/** With no more messages than this, all of them are read at a glance. */
const maxUncounted = 5

/**
 * Formats a table of how often a run reports each rule, and in how many issues: errors first, the most frequent ones first.
 * @returns a line for each rule, between two empty ones; none when there are only a few messages, or no rule has more than one
 */
export function formatRuleCounts(
  { files, issues }: Pick<RunResult, 'files' | 'issues'>,
  { colour }: { colour: boolean },
): string[] {
  const records = createMessageRecords(files).filter(({ severity }) => severity !== 'info')
  const rows = countRules(records)
  if (records.length <= maxUncounted || rows.length === records.length) return []
  const sources = new Set(issues.map(({ source }) => source))
  const { red, yellow } = picocolors.createColors(colour)
  const columns = rows.map(({ severity, rule, count, paths }) => ({
    paint: severity === 'error' ? red : yellow,
    name: replaceControlCharacters(rule ?? 'other'),
    count: String(count),
    // The config and templates have messages, too.
    files: formatNumber(paths.size, [...paths].every((path) => sources.has(path)) ? 'issue' : 'file'),
    noun: formatNumber(count, severity).replace(/^\d+ /, ''),
  }))
  const measure = (key: 'name' | 'count' | 'noun') =>
    Math.max(...columns.map((column) => displayWidth(column[key])))
  const [nameWidth, countWidth, nounWidth] = [measure('name'), measure('count'), measure('noun')]
  const lines = columns.map(({ paint, name, count, noun, files: where }) => {
    const gap = ' '.repeat(nameWidth - displayWidth(name) + 2)
    return `  ${name}${gap}${paint(`${count.padStart(countWidth)} ${noun.padEnd(nounWidth)}`)}  in ${where}`
  })
  return ['', ...lines, '']
}

interface RuleCount {
  severity: MessageRecord['severity']
  rule: string | null
  count: number
  paths: Set<string>
}

function countRules(records: readonly MessageRecord[]): RuleCount[] {
  const counts = new Map<string, RuleCount>()
  for (const { severity, rule, file } of records) {
    const key = `${severity}\n${rule}`
    const row = counts.get(key) ?? { severity, rule, count: 0, paths: new Set() }
    row.count += 1
    row.paths.add(file)
    counts.set(key, row)
  }
  return [...counts.values()].sort(
    (one, other) =>
      Number(other.severity === 'error') - Number(one.severity === 'error') || other.count - one.count,
  )
}
