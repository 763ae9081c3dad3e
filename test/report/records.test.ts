import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { countMessages } from '../../src/diagnostics/count-messages.ts'
import { createMessageRecords } from '../../src/diagnostics/message-records.ts'
import { report, reportFinding } from '../../src/diagnostics/report.ts'
import { formatRuleUrl } from '../../src/diagnostics/rule-url.ts'
import { formatByteSize } from '../../src/report/format-issue-lines.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { wantsColour } from '../../src/report/wants-colour.ts'

function toFile(path: string, ...messages: [string, number?][]): VFile {
  const file = new VFile({ path, value: 'one\ntwo\nthree\n' })
  for (const [reason, line] of messages) {
    reportFinding(file, reason, { ruleId: 'rule', place: line ? { line, column: 1 } : undefined })
  }
  return file
}

describe('records', () => {
  test('come by path, then line; those without a place first', () => {
    const files = [toFile('b.md', ['b', 1]), toFile('a.md', ['third', 3], ['first', 1], ['whole'])]
    expect(createMessageRecords(files).map(({ file, reason }) => `${file} ${reason}`)).toEqual([
      'a.md whole',
      'a.md first',
      'a.md third',
      'b.md b',
    ])
  })

  test('of one template in several issues come once', () => {
    const template = toFile('templates/default/layout.html', ['Unknown variable', 2], ['Unknown variable', 2])
    expect(createMessageRecords([template, template])).toHaveLength(1)
    expect(countMessages([template])).toEqual({ errors: 1, warnings: 0 })
    expect(formatPretty([template], { colour: false }).match(/Unknown variable/g)).toHaveLength(1)
  })

  test('have the rule’s URL; people see the command that explains a check', () => {
    const file = new VFile({ path: 'a.md' })
    report(file, 'Bad', { ruleId: 'front-matter' })
    reportFinding(file, 'Odd', { ruleId: 'link-text', url: formatRuleUrl('link-text') })
    expect(createMessageRecords([file]).map(({ url }) => url)).toEqual([
      'https://unpkg.com/issuepress/lib/rules.html#front-matter',
      'https://unpkg.com/issuepress/lib/rules.html#link-text',
    ])
    const printed = formatPretty([file], { colour: false })
    expect(printed).not.toContain('rules.html')
    expect(printed.match(/npx issue check --explain \S+/g)).toEqual(['npx issue check --explain link-text'])
  })

  test('contain what other tools report on a file', () => {
    const file = new VFile({ path: 'a.md' })
    file.message('Too many words', { place: { line: 2, column: 3 }, ruleId: 'words', source: 'plugin' })
    file.info('By the way')
    expect(createMessageRecords([file])).toMatchObject([
      { line: null, column: null, severity: 'info', rule: null },
      { line: 2, column: 3, endLine: null, severity: 'warning', rule: 'words' },
    ])
  })
})

test('quiet omits information', () => {
  const file = new VFile({ path: 'a.md' })
  file.info('By the way')
  expect(formatPretty([file], { colour: false, quiet: true })).toBe('')
  expect(formatPretty([file], { colour: false })).toContain('By the way')
})

test('a file can be shown under another path', () => {
  const printed = formatPretty([toFile('a.md', ['x', 1])], {
    colour: false,
    formatPath: (file) => `../${file.path}`,
  })
  expect(printed).toMatch(/^\.\.\/a\.md:1:1 {2}error/)
})

test.each([
  [0, '0 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [14_249, '14.2 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [3_100_000, '3.1 MB'],
])('%d bytes are %s', (bytes, expected) => {
  expect(formatByteSize(bytes)).toBe(expected)
})

describe('colour', () => {
  const terminal = { isTTY: true }
  test.each<[string, boolean, boolean, Record<string, string>, { isTTY?: boolean }]>([
    ['on a terminal', true, true, {}, terminal],
    ['not in a file', false, true, {}, {}],
    ['not on a dumb terminal', false, true, { TERM: 'dumb' }, terminal],
    ['not with the flag', false, false, { FORCE_COLOR: '1' }, terminal],
    ['not with NO_COLOR', false, true, { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal],
    ['where it is forced', true, true, { FORCE_COLOR: '' }, {}],
    ['not where it is forced off', false, true, { FORCE_COLOR: 'false' }, terminal],
  ])('%s', (_, expected, flag, environment, stream) => {
    expect(wantsColour(flag, environment, stream)).toBe(expected)
  })
})
