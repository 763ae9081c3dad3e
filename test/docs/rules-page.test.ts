/** The page that messages link to. It is a file of the package. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatRuleUrl, homeUrl } from '../../src/diagnostics/rule-url.ts'
import { rules } from '../../src/diagnostics/rules.ts'
import { shippedChecks } from '../../src/newsletter/list-checks.ts'

const root = join(import.meta.dirname, '..', '..')

test('every rule has its anchor on it', () => {
  const ids = [...shippedChecks.map(({ name }) => name), ...Object.keys(rules)]
  const packageUrl = 'https://unpkg.com/issuepress/'
  const page = readFileSync(join(root, 'lib', 'rules.html'), 'utf8')
  const missing = ids.filter((id) => {
    const [url, anchor] = formatRuleUrl(id).split('#')
    return url !== `${packageUrl}lib/rules.html` || !page.includes(`id="${anchor}"`)
  })
  expect(missing).toEqual([])
  expect(homeUrl).toBe('https://www.npmjs.com/package/issuepress')
  // Links to pages that the package does not have are text.
  expect(page).not.toMatch(/href="[\w-]+\.md/)
})
