/**
 * A folder a case: a newsletter, whose templates have mistakes or come close to one, and `messages.txt` with what is
 * reported, as printed. `npm run case -- template-rules/NAME` runs one; with `UPDATE=1` it rewrites the file.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { checkNewsletter } from '../../src/newsletter/check-newsletter.ts'
import { shippedChecks } from '../../src/newsletter/list-checks.ts'
import { formatPretty } from '../../src/report/format-pretty.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'

/** For cases without a config, which are about no check. */
const noChecks = { checks: Object.fromEntries(shippedChecks.map(({ name }) => [name, 'off' as const])) }

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('has its messages', async () => {
    const root = join(import.meta.dirname, name)
    const isConfigured = existsSync(join(root, 'issue.config.yml'))
    const { files } = await checkNewsletter({ root, ...(!isConfigured && { config: noChecks }) })
    expectFiles(root, { 'messages.txt': formatPretty(files, { colour: false }) })
  })
})
