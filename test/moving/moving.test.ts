/**
 * A folder per generator: issues as it writes them, unchanged, and what a person sees who builds them for the first time.
 * `printed.txt` is what `issue build` prints, and `expected.txt` what the built issues are. All have one config.
 * `npm run case -- moving/NAME` runs one folder; with `UPDATE=1` it rewrites both files.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { makeNewsletter } from '../cli/newsletter.ts'
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'

const config = `name: The Tea Letter
url: https://tealetter.org
from: Ada <ada@tealetter.org>
postalAddress: The Tea Letter, 1 Kettle Street, Port Meridian 00912
`

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('is built as its folder shows', async () => {
    const folder = join(import.meta.dirname, name)
    const newsletter = makeNewsletter({ ...readInputs(folder), 'issue.config.yml': config })
    const { code, stdout, stderr } = await newsletter.issue('build', '--no-color')
    const built = newsletter.list('dist').filter((path) => path.endsWith('issue.json'))
    expectFiles(folder, {
      'printed.txt': `$ issue build\n${stdout}${stderr}exit code ${code}\n`,
      'expected.txt': built.map((path) => describeIssue(newsletter.json(`dist/${path}`))).join('\n'),
    })
  })
})

function readInputs(folder: string): Record<string, Uint8Array> {
  const paths = readdirSync(join(folder, 'issues'), { recursive: true, encoding: 'utf8' })
  const files = paths.map((path) => `issues/${path}`).filter((path) => statSync(join(folder, path)).isFile())
  return Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path))]))
}

function describeIssue({ slug, subject, preheader, date, author }: Record<string, unknown>) {
  return Object.entries({ slug, subject, preheader, date, author })
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`)
    .join('')
}
