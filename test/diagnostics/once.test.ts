/**
 * A mistake is reported once, for however many targets, issues and copies it is met. A folder is a newsletter, and
 * `messages.txt` what `issue check` prints of it. `UPDATE=1 npx vitest run test/diagnostics` writes it anew.
 */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { describe, expect, test } from 'vitest'
import { mergeTargetMessages } from '../../src/diagnostics/once.ts'
import { report } from '../../src/diagnostics/report.ts'
import { maskTargetDetails } from '../../src/render/mask-target-details.ts'
import { runHere } from '../cli/newsletter.ts'
import { expectFile } from '../support/expect-files.ts'

const folder = join(import.meta.dirname, 'once')

test.each(readdirSync(folder))('%s', async (name) => {
  const cwd = join(folder, name)
  const { code, stdout, stderr } = await runHere(['check'], { cwd })
  expect(code).toBe(1)
  expectFile(join(cwd, 'messages.txt'), stderr + stdout)
})

describe('report', () => {
  const at = (line: number, column: number) => ({ place: { line, column }, ruleId: 'link-address' }) as const

  test('adds a message once, and returns the one that is there', () => {
    const file = new VFile({ path: 'a.md' })
    const first = report(file, 'Bad', at(1, 1))
    expect(report(file, 'Bad', { ...at(1, 1), note: 'Another note.' })).toBe(first)
    expect(report(file, 'Bad', { ruleId: 'link-address' })).toBe(
      report(file, 'Bad', { ruleId: 'link-address' }),
    )
    expect(file.messages).toHaveLength(2)
  })

  test('keeps apart what differs in line, column, rule or reason', () => {
    const file = new VFile({ path: 'a.md' })
    report(file, 'Bad', at(1, 1))
    report(file, 'Bad', at(1, 2))
    report(file, 'Bad', at(2, 1))
    report(file, 'Worse', at(1, 1))
    report(file, 'Bad', { ...at(1, 1), ruleId: 'image-file' })
    expect(file.messages).toHaveLength(5)
  })

  test('keeps the graver of two', () => {
    const file = new VFile({ path: 'a.md' })
    report(file, 'Bad', { ...at(1, 1), severity: 'warning' })
    report(file, 'Bad', at(1, 1))
    report(file, 'Bad', { ...at(1, 1), severity: 'info' })
    expect(file.messages.map(({ fatal }) => fatal)).toEqual([true])
  })
})

describe('the index of a file’s messages', () => {
  const at = (line: number) => ({ place: { line, column: 1 }, ruleId: 'link-address' }) as const
  const reportLines = (file: VFile, count: number) => {
    for (let line = 1; line <= count; line++) report(file, 'Bad', at(line))
  }

  test('holds 20,000 messages, each once', () => {
    const file = new VFile({ path: 'a.md' })
    const copy = new VFile({ path: 'a.md' })
    for (const each of [file, file, copy]) reportLines(each, 20_000)
    expect(file.messages).toHaveLength(20_000)
    mergeTargetMessages(file.messages, copy.messages, maskTargetDetails)
    expect(file.messages.map(({ line }) => line)).toEqual(copy.messages.map(({ line }) => line))
  })

  test('knows messages that another tool has pushed', () => {
    const file = new VFile({ path: 'a.md' })
    reportLines(file, 2)
    const other = file.message('Bad', at(3))
    const again = file.message('Bad', at(1))
    reportLines(file, 3)
    expect(file.messages).toHaveLength(4)
    expect(report(file, 'Bad', { ...at(3), severity: 'info' })).toBe(file.messages[2])
    expect(file.messages).not.toContain(other)
    expect(file.messages).toContain(again)
  })

  test('forgets messages that were removed, from either end or between', () => {
    const file = new VFile({ path: 'a.md' })
    reportLines(file, 4)
    for (const position of [0, 1, file.messages.length - 3]) file.messages.splice(position, 1)
    expect(file.messages).toHaveLength(1)
    reportLines(file, 4)
    expect(file.messages).toHaveLength(4)
    file.messages.splice(0)
    reportLines(file, 4)
    expect(file.messages.map(({ line }) => line)).toEqual([1, 2, 3, 4])
  })

  test('follows a message that was replaced by a graver one, and one whose reason was changed', () => {
    const file = new VFile({ path: 'a.md' })
    report(file, 'Bad', { ...at(1), severity: 'info' })
    const graver = report(file, 'Bad', at(1))
    report(file, 'Bad', at(2))
    expect(report(file, 'Bad', at(1))).toBe(graver)
    graver.reason = 'Worse'
    report(file, 'Bad', at(1))
    expect(file.messages.map(({ reason, line }) => `${reason} ${line}`)).toEqual([
      'Worse 1',
      'Bad 2',
      'Bad 1',
    ])
  })
})

describe('of two targets', () => {
  function merge(first: string[], second: string[], place?: { line: number; column: number }): string[] {
    const toMessages = (reasons: string[]): VFileMessage[] => {
      const file = new VFile({ path: 'a.md' })
      for (const reason of reasons) report(file, reason, { ruleId: 'merge-name', place })
      return file.messages
    }
    const merged = toMessages(first)
    mergeTargetMessages(merged, toMessages(second), maskTargetDetails)
    return merged.map(({ reason }) => reason)
  }
  const place = { line: 3, column: 1 }

  test.each<[string, string, string]>([
    [
      'a tag’s spelling',
      'Missing text in the link to `*|UNSUB|*`',
      'Missing text in the link to `{{ unsub }}`',
    ],
    ['a size', 'Unexpected 103.1 kB, expected 102 kB', 'Unexpected 104 kB, expected 102 kB'],
  ])('%s makes no second message', (_, one, other) => {
    expect(merge([one], [other], place)).toEqual([one])
  })

  test('names of targets and other words do', () => {
    const reasons = ['Cannot fill in `{a}` for `kit`', 'Cannot fill in `{a}` for `ses`']
    expect(merge(reasons.slice(0, 1), reasons.slice(1), place)).toEqual(reasons)
  })

  test('tags of the whole email do', () => {
    const reasons = ['Missing `*|LIST:ADDRESS|*`', 'Missing `{{ address }}`']
    expect(merge(reasons.slice(0, 1), reasons.slice(1))).toEqual(reasons)
  })

  test('what each of them has twice stays two', () => {
    const first = ['Missing `*|A|*`', 'Missing `*|B|*`']
    expect(merge(first, ['Missing `{{ a }}`', 'Missing `{{ b }}`'], place)).toEqual(first)
    expect(merge(first, first, place)).toEqual(first)
    expect(merge(first.slice(0, 1), first, place)).toEqual(first)
  })
})
