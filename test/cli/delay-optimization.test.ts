/** V8 prints an error for a flag that it does not know, whatever the version of Node.js. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const cli = join(import.meta.dirname, '..', '..', 'lib', 'cli.js')

test('the flag is set without a word', () => {
  const { status, stderr } = spawnSync(process.execPath, [cli, '--version'], { encoding: 'utf8' })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
})
