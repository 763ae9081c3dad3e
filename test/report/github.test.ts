import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { reportFinding } from '../../src/diagnostics/report.ts'
import { formatGithub } from '../../src/report/format-github.ts'
import { root, toFile, toPlace } from './files.ts'

const options = {
  resolveRepositoryPath: (file: VFile) => (file.cwd === root ? `news/${file.path}` : undefined),
}

describe('a workflow command', () => {
  test.each<[string, Parameters<typeof toFile>[2], string]>([
    [
      'for a range in a line',
      ['Bad', { ruleId: 'link-text', place: toPlace(3, 5, 3, 9) }],
      '::error file=news/a.md,line=3,col=5,endLine=3,endColumn=9,title=link-text::Bad',
    ],
    [
      'for a point',
      ['Bad', { ruleId: 'r', severity: 'warning', place: { line: 3, column: 5 } }],
      '::warning file=news/a.md,line=3,col=5,title=r::Bad',
    ],
    [
      'for several lines, without columns, which the runner refuses',
      ['Bad', { ruleId: 'r', place: toPlace(3, 5, 4, 2) }],
      '::error file=news/a.md,line=3,endLine=4,title=r::Bad',
    ],
    ['for a whole file', ['Bad', { ruleId: 'r', severity: 'info' }], '::notice file=news/a.md,title=r::Bad'],
    [
      'with note and link',
      ['Bad', { ruleId: 'r', note: 'Since:\n- so' }, 'https://x.yz/#r'],
      '::error file=news/a.md,title=r::Bad%0ASince:%0A- so%0Ahttps://x.yz/#r',
    ],
    [
      "with the toolkit's escapes",
      ['100% of 1:2,\r\n`::x`', { ruleId: 'a:b,c%' }],
      '::error file=news/a.md,title=a%3Ab%2Cc%25::100%25 of 1:2,%0D%0A`::x`',
    ],
  ])('%s', (_, message, expected) => {
    expect(formatGithub([toFile('a.md', 'x\n', message)], options)).toBe(`${expected}\n`)
  })

  test('for a file outside of the repository has its position in the text', () => {
    const file = new VFile({ path: 'issuepress/templates/default/layout.html', cwd: '/usr/lib' })
    reportFinding(file, 'Bad', { ruleId: 'r', place: { line: 3, column: 5 } })
    expect(formatGithub([file], options)).toBe(
      '::error title=r::issuepress/templates/default/layout.html:3:5: Bad\n',
    )
  })

  test('escapes its path', () => {
    expect(formatGithub([toFile('a,b:c.md', '', ['Bad', { ruleId: 'r' }])], options)).toContain(
      'file=news/a%2Cb%3Ac.md,',
    )
  })
})

test('one for each message, those for information not when quiet', () => {
  const file = toFile('a.md', 'x\n', ['A', { ruleId: 'r' }], ['B', { ruleId: 'r', severity: 'info' }])
  expect(formatGithub([file], options).split('\n')).toHaveLength(3)
  expect(formatGithub([file], { ...options, quiet: true })).toBe('::error file=news/a.md,title=r::A\n')
  expect(formatGithub([], options)).toBe('')
})
