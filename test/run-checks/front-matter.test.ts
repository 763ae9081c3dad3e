/**
 * A newsletter in which each issue has one mistake in its front matter and a proper text, with all checks: `messages.txt`
 * has the mistakes, and nothing that only follows from them. `UPDATE=1` rewrites it.
 */
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { check } from '../../src/build.ts'
import { formatUnix } from '../../src/report/format-unix.ts'
import { expectFiles } from '../support/expect-files.ts'

const folder = join(import.meta.dirname, 'front-matter')

test.each([[undefined], [['mailchimp', 'kit', 'ses']]])(
  'mistakes are reported once, for targets %s',
  async (target) => {
    const { files, outcome } = await check({ root: folder, ...(target && { target }) })
    expectFiles(folder, { 'messages.txt': formatUnix(files) })
    expect(outcome).toBe('failed')
  },
)
