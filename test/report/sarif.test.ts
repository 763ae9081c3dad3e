/** SARIF, held against the schema of its authors, as `@microsoft/jest-sarif` carries it. */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { defineCheck } from '../../src/checks/check.ts'
import { reportFinding } from '../../src/diagnostics/report.ts'
import { findRule } from '../../src/diagnostics/rules.ts'
import type { ListedCheck } from '../../src/newsletter/list-checks.ts'
import { formatSarif } from '../../src/report/format-sarif.ts'
import { root, toFile, toPlace } from './files.ts'
import { validateSarif } from './validate-sarif.ts'

const require = createRequire(import.meta.url)
const { version } = JSON.parse(readFileSync(require.resolve('../../package.json'), 'utf8'))

const check = (name: string, level: 'off' | 'warning' | 'error', isCustom = false): ListedCheck => {
  const whole = defineCheck({ name, summary: `${name} holds.`, note: 'Mend it.', level, run: () => {} })
  return { check: whole, level, options: {}, isCustom }
}
const checks = [check('link-text', 'warning'), check('image-alt', 'off'), check('my-check', 'error', true)]
const options = {
  version,
  resolveRepositoryPath: (file: VFile) => (file.cwd === root ? `news/${file.path}` : undefined),
}

function toLog(...files: VFile[]) {
  const text = formatSarif({ files, checks }, options)
  const log = JSON.parse(text)
  expect(validateSarif(log)).toEqual([])
  expect(text.endsWith('}\n')).toBe(true)
  return log.runs[0]
}

describe('a log', () => {
  test('without results names the tool and its rules', () => {
    const { tool, results, columnKind } = toLog()
    expect(results).toEqual([])
    expect(columnKind).toBe('utf16CodeUnits')
    expect(tool.driver).toEqual({
      name: 'issuepress',
      version,
      semanticVersion: version,
      informationUri: 'https://www.npmjs.com/package/issuepress',
      rules: [
        {
          id: 'link-text',
          shortDescription: { text: 'link-text holds.' },
          help: { text: 'Mend it.' },
          helpUri: 'https://unpkg.com/issuepress/lib/rules.html#link-text',
          defaultConfiguration: { level: 'warning' },
        },
        expect.objectContaining({
          id: 'image-alt',
          defaultConfiguration: { level: 'warning', enabled: false },
        }),
        expect.objectContaining({ id: 'my-check', helpUri: 'https://www.npmjs.com/package/issuepress' }),
      ],
    })
  })

  test('has a result for each message, at its place', () => {
    const file = toFile('issues/ä b.md', 'one\ntwo\n', [
      'Unexpected `two`',
      { ruleId: 'my-check', place: toPlace(2, 1, 2, 4), note: 'Since it is two.' },
    ])
    const { results } = toLog(file)
    expect(results).toEqual([
      {
        ruleId: 'my-check',
        ruleIndex: 2,
        level: 'error',
        message: { text: 'Unexpected `two`\n\nSince it is two.' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'news/issues/%C3%A4%20b.md', uriBaseId: '%SRCROOT%' },
              region: { startLine: 2, startColumn: 1, endLine: 2, endColumn: 4 },
            },
          },
        ],
        partialFingerprints: { 'issuepressMessage/v1': expect.stringMatching(/^[0-9a-f]{32}:1$/) },
      },
    ])
  })

  test('lists rules that are not checks, and has a position for everything', () => {
    const file = toFile('a.md', 'x\n', ['Bad', { ruleId: 'yaml-syntax', severity: 'info' }])
    const shipped = new VFile({ path: 'issuepress/templates/x.html', cwd: '/usr/lib' })
    reportFinding(shipped, 'Bad', { ruleId: 'link-text', severity: 'warning', place: { line: 1, column: 2 } })
    const foreign = new VFile({ path: 'b.md', cwd: root })
    foreign.message('From a plugin')
    const { tool, results } = toLog(file, shipped, foreign)
    expect(tool.driver.rules.map(({ id }: { id: string }) => id)).toEqual([
      'link-text',
      'image-alt',
      'my-check',
      'yaml-syntax',
    ])
    const { title, explanation, fix, url } = findRule('yaml-syntax')
    expect(tool.driver.rules[3]).toEqual({
      id: 'yaml-syntax',
      shortDescription: { text: title },
      fullDescription: { text: explanation },
      help: { text: fix },
      helpUri: url,
    })
    expect(
      results.map((result: { ruleIndex?: number; level: string; locations: unknown[] }) => [
        result.ruleIndex,
        result.level,
        JSON.stringify(result.locations[0]).replace(/["{}]/g, ''),
      ]),
    ).toEqual([
      [3, 'note', expect.stringContaining('uri:news/a.md,uriBaseId:%SRCROOT%,region:startLine:1')],
      [undefined, 'warning', expect.stringContaining('news/b.md')],
      [0, 'warning', expect.stringContaining('uriBaseId:ISSUEPRESS,region:startLine:1,startColumn:2')],
    ])
  })
})

describe('fingerprints', () => {
  const prints = (text: string, ...lines: number[]): string[] => {
    const messages = lines.map((line): Parameters<typeof toFile>[2] => [
      'Bad',
      { ruleId: 'r', place: { line, column: 1 } },
    ])
    const { results } = toLog(toFile('a.md', text, ...messages))
    return results.map((result: { partialFingerprints: Record<string, string> }) =>
      Object.values(result.partialFingerprints).join(),
    )
  }

  test('stay when lines are inserted above', () => {
    expect(prints('one\ntwo\n', 2)).toEqual(prints('zero\r\n\r\none\r\ntwo\r\n', 4))
    expect(prints('one\ntwo\n', 2)).not.toEqual(prints('one\nthree\n', 2))
  })

  test('are all different', () => {
    const [first = '', second = ''] = prints('bad\nbad\n', 1, 2)
    expect(first).toMatch(/:1$/)
    expect(second).toBe(first.replace(/1$/, '2'))
  })
})
