import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { reportFinding } from '../../src/diagnostics/report.ts'
import type { Severity } from '../../src/diagnostics/severity.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

interface Case {
  colour?: boolean
  width?: number
  messages: {
    /** Line, column, and of a range also its end's. */
    place?: [number, number, number | null, number | null]
    severity: Severity
    rule?: string
    reason: string
    note?: string
    url?: string
  }[]
}

describe.each(cases)('$name', ({ name }) => {
  test('reads as expected', () => {
    const folder = join(here, name)
    const {
      colour = false,
      width,
      messages,
    }: Case = JSON.parse(readFileSync(join(folder, 'messages.json'), 'utf8'))
    const file = new VFile({ path: 'issues/input.md', value: readFileSync(join(folder, 'input.md')) })
    for (const { place, rule, reason, url, ...rest } of messages) {
      const [line = 0, column = 0, endLine, endColumn] = place ?? []
      const start = { line, column }
      const end = endLine && endColumn ? { line: endLine, column: endColumn } : undefined
      const message = reportFinding(file, reason, {
        ...rest,
        ruleId: rule ?? '',
        place: place && end ? { start, end } : place && start,
      })
      if (rule === undefined) message.ruleId = undefined
      message.url = url
    }
    const printed = formatPretty([file], { colour, width })
    const expected = join(folder, 'expected.txt')
    if (process.env.UPDATE) writeFileSync(expected, printed)
    expect(printed).toBe(readFileSync(expected, 'utf8'))
  })
})
