/** A new newsletter is green, and strictly so, for every target with every template. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { listTemplates } from '../../src/commands/init/validate-choices.ts'
import { targetNames } from '../../src/targets/index.ts'
import { runHere } from '../cli/newsletter.ts'

const parent = mkdtempSync(join(tmpdir(), 'issuepress init '))
afterAll(() => rmSync(parent, { recursive: true, force: true }))

test('there are targets and templates at all', () => {
  expect(targetNames.length).toBeGreaterThanOrEqual(20)
  expect(listTemplates()).toEqual(['brand', 'default', 'digest', 'letter'])
})

describe.each(listTemplates())('template %s', (template) => {
  test.each(targetNames)('for %s', async (target) => {
    const folder = `${target} ${template}`
    const cwd = join(parent, folder)
    const options = ['--target', target, '--template', template, '--date', '2026-01-06', '--yes']
    expect((await runHere(['init', folder, ...options], { cwd: parent })).code).toBe(0)
    const build = await runHere(['build', '--no-cache'], { cwd })
    expect(build).toMatchObject({ code: 0, stdout: expect.stringContaining('email.html\n') })
    expect(build.stderr).toMatch(/^✓ 2026-01-06-welcome .*\nBuilt 1 issue into dist\/\n$/)
    const check = await runHere(['check', '--strict', '--no-cache'], { cwd })
    expect(check.stderr + check.stdout).toBe(
      '✓ issues/2026-01-06-welcome.md\nChecked 1 issue: ready to send\n',
    )
    expect(check.code).toBe(0)
  })
})
