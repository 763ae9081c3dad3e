/**
 * A folder a case: `input.md`, `messages.json`, the messages on it, and how they are printed: `expected.txt` for people, `expected.unix.txt` for editors.
 * `npm run case -- report/NAME` runs one; with `UPDATE=1` it rewrites the files.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, test } from 'vitest'
import { reportFinding } from '../../src/diagnostics/report.ts'
import type { Severity } from '../../src/diagnostics/severity.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { formatUnix } from '../../src/report/format-unix.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'

interface Case {
  colour?: boolean
  width?: number
  brief?: boolean
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

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('prints its messages', () => {
    const folder = join(import.meta.dirname, name)
    const {
      colour = false,
      width,
      brief,
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
    expectFiles(folder, {
      'expected.txt': formatPretty([file], { colour, width, brief }),
      'expected.unix.txt': formatUnix([file]),
    })
  })
})
