/** The registry: every rule that messages can have is there, is used, and is explained. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { report } from '../../src/diagnostics/report.ts'
import { formatRuleUrl } from '../../src/diagnostics/rule-url.ts'
import { findRule, isRuleId, rules } from '../../src/diagnostics/rules.ts'
import { shippedChecks } from '../../src/newsletter/list-checks.ts'
import { listRules } from '../../src/newsletter/list-rules.ts'
import { formatRuleTable } from '../../src/report/format-rule-table.ts'
import { runHere } from '../cli/newsletter.ts'
import { expectFile } from '../support/expect-files.ts'

const root = join(import.meta.dirname, '../..')
const ids = Object.keys(rules).filter(isRuleId)

function readAll(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => pattern.test(path))
    .map((path) => readFileSync(join(root, folder, path), 'utf8'))
}

test('a rule that is not in the registry does not compile', () => {
  const file = new VFile()
  // @ts-expect-error: misspelled
  report(file, 'Bad', { ruleId: 'front-mater' })
  // @ts-expect-error: checks report through the runner
  report(file, 'Bad', { ruleId: 'link-text' })
  expect(report(file, 'Bad', { ruleId: 'front-matter' }).url).toBe(formatRuleUrl('front-matter'))
})

test('every rule is reported somewhere', () => {
  const sources = readAll('src', /^(?!diagnostics).*\.ts$/).join('\n')
  expect(ids.filter((id) => !sources.includes(`'${id}'`))).toEqual([])
})

test('every rule of a printed message is known', () => {
  const printed = readAll('test', /messages\.txt$/).join('\n')
  const found = [...printed.matchAll(/^\S.*? {2}(?:error|warning|info) {2}.* {2}\(([a-z-]+)\)$/gm)]
  const known = new Set(listRules().map(({ id }) => id))
  // Blocks that a case's config defines report under their own names.
  const configs = readAll('test', /issue\.config\.ts$/).join('\n')
  const custom = [...configs.matchAll(/\b(?:name: |untyped\()'([a-z-]+)'/g)].map(([, name = '']) => name)
  const isCustom = (id: string) => custom.some((name) => id === name || id.startsWith(`${name}-`))
  expect(found.length).toBeGreaterThan(100)
  expect(found.map(([, id = '']) => id).filter((id) => !known.has(id) && !isCustom(id))).toEqual([])
})

test('checks and other rules have different names, each with an anchor of its own', () => {
  const all = listRules()
  expect(new Set(all.map(({ url }) => url)).size).toBe(all.length)
  expect(all).toHaveLength(shippedChecks.length + ids.length)
})

describe('texts', () => {
  test.each(ids)('%s', (id) => {
    const { title, explanation, fix } = findRule(id)
    expect(title).toMatch(/^[^\n]+\.$/)
    expect(explanation).toMatch(/^[^\n]+\.$/)
    expect(fix.split('\n\n')[0]).toMatch(/^.+[.:`]$/)
  })
})

describe('issue check --explain', () => {
  test.each(['front-matter', 'block-unknown', 'merge-fallback'])('%s', async (id) => {
    const { code, stdout } = await runHere(['check', '--explain', id], { cwd: import.meta.dirname })
    expect(code).toBe(0)
    expectFile(join(import.meta.dirname, 'explain', `${id}.txt`), stdout)
  })

  test('every rule', async () => {
    for (const id of ids) {
      const { code, stdout } = await runHere(['check', '--explain', id], { cwd: import.meta.dirname })
      expect([code, stdout.split('  ')[0]]).toEqual([0, id])
    }
  })

  test.each([
    ['front-mater', '`front-matter`'],
    ['blok-unknown', '`block-unknown`'],
    ['xyzzy', 'a rule named in a message, or a check listed by `issue check --list`'],
  ])('%s names what was meant', async (name, expected) => {
    const { code, stderr } = await runHere(['check', '--explain', name], { cwd: import.meta.dirname })
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: `issue: Unexpected rule \`${name}\`, expected ${expected}\n`,
    })
  })
})

test('the table has a row with an anchor for each rule, on one line', () => {
  const [head, line, ...rows] = formatRuleTable(listRules()).split('\n')
  expect([head, line]).toEqual(['| rule | what is valid | why | what to do |', '| --- | --- | --- | --- |'])
  expect(rows).toHaveLength(listRules().length)
  for (const [index, { id }] of listRules().entries()) expect(rows[index]).toContain(`<a id="${id}"></a>`)
  expect(rows.find((row) => row.includes('id="block-unclosed"'))).toContain(
    'Put a line with as many colons below the block:<br><code>:::callout<br>The&nbsp;text.<br>:::</code> |',
  )
})
