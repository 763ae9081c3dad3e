/** A filter that matches nothing fails, so that no case is thought to have passed that did not run. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..', '..')
const vitest = 'node_modules/vitest/vitest.mjs'

test.each([
  [
    'a name that no test has',
    [vitest, 'run', 'test/text/tidy.test.ts', '-t', 'nonsense'],
    'No test in these files has a name that matches nonsense',
  ],
  [
    'one of two paths that no file has',
    [vitest, 'run', 'test/text/tidy.test.ts', 'test/nonsense'],
    'No test file has test/nonsense in its path',
  ],
  [
    'a case that is not there',
    ['test/case.mjs', 'sponsor-lable'],
    'There is no case sponsor-lable. Near it: render/sponsor-label',
  ],
  ['a case that two families have', ['test/case.mjs', 'links'], 'text/links, web/links'],
])('%s', (_, args, message) => {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' })
  expect(stderr).toContain(message)
  expect(status).toBe(1)
})
