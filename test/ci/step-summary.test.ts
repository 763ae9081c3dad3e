/** The summary that `--reporter github` adds to the page of a run of GitHub Actions. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { makeNewsletter, run, runHere, toIssue } from '../cli/newsletter.ts'
import { expectFile } from '../support/expect-files.ts'

const config = 'from: Ada <ada@tea.org>\npostalAddress: 1 Tea Lane, Lewes\n'
const expected = (name: string) => join(import.meta.dirname, 'expected', `step-summary-${name}`)

/** Runs the command in a newsletter whose summary is beside it. */
async function summarize(newsletter: ReturnType<typeof makeNewsletter>, ...args: string[]) {
  const path = join(newsletter.parent, 'summary.md')
  const environment = { GITHUB_STEP_SUMMARY: path, GITHUB_WORKSPACE: newsletter.root }
  const printed = await runHere([...args, '--reporter', 'github'], { cwd: newsletter.root, environment })
  return { ...printed, summary: readFileSync(path, 'utf8') }
}

const hostile =
  '@everyone | </code></details><img src=x onerror=alert(1)> `code` **bold** #1 [a](https://evil.example)'

const files = {
  'issue.config.yml': config,
  'issues/fine.md': toIssue(
    'Second flush',
    'preheader: What to drink in June\n',
    'Read [it](https://tea.org/june).',
  ),
  'issues/broken.md': toIssue('Broken', '', ':::sposnor\nTea\n:::\n'),
  'issues/hostile.md': toIssue(
    JSON.stringify(hostile),
    `preheader: ${JSON.stringify(hostile)}\n`,
    `<b>${hostile}</b>`,
  ),
  'issues/many.md': toIssue(
    'Many',
    '',
    Array.from({ length: 9 }, (_, n) => `[Tea ${n}](http://tea.org/${n}).`).join('\n\n'),
  ),
  'issues/later.md': toIssue('Later', 'draft: true\n'),
}

test('of a build, and of a check after it', async () => {
  const newsletter = makeNewsletter(files)
  const build = await summarize(newsletter, 'build')
  expect(build.code).toBe(1)
  expectFile(expected('build.md'), build.summary)
  const check = await summarize(newsletter, 'check', 'issues/fine.md')
  expect(check.code).toBe(0)
  expect(check.summary.startsWith(build.summary)).toBe(true)
  expectFile(expected('check.md'), check.summary.slice(build.summary.length))
})

test('is the same from worker threads, and from the cache', async () => {
  const newsletter = makeNewsletter(files)
  const path = join(newsletter.parent, 'summary.md')
  const { summary } = await summarize(newsletter, 'build', '--jobs', '1')
  const options = { cwd: newsletter.root, environment: { GITHUB_STEP_SUMMARY: path } }
  for (const jobs of ['2', '1'])
    await run(['build', '--reporter', 'github', '--jobs', jobs, '--cache-dir', '../cache'], options)
  expect(newsletter.list('../cache').length).toBeGreaterThan(1)
  expect(readFileSync(path, 'utf8')).toBe(summary.repeat(3))
})

test('has no element, link or mention of a stranger', async () => {
  const tree: Nodes = await parse(readFileSync(expected('build.md'), 'utf8'))
  const elements = new Set<string>()
  const cells: number[] = []
  visit(tree, 'element', (element) => {
    elements.add(element.tagName)
    if (element.tagName === 'tr') cells.push(element.children.filter(({ type }) => type === 'element').length)
  })
  const known = 'br code details h3 li p summary table tbody td th thead tr ul'.split(' ')
  expect([...elements].sort()).toEqual(known)
  expect(new Set(cells)).toEqual(new Set([8]))
  expect(readFileSync(expected('build.md'), 'utf8').replaceAll('&#64;', '@')).not.toMatch(/@[a-z]/)
})

async function parse(markdown: string): Promise<Nodes> {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true })
  return raw(await processor.run(processor.parse(markdown)))
}

test('has no more bytes than GitHub accepts, with what a step has written before', async () => {
  const newsletter = makeNewsletter({ 'issue.config.yml': config })
  const subject = '茶'.repeat(300)
  for (let number = 100; number < 130; number++) newsletter.write(`issues/${number}.md`, toIssue(subject))
  newsletter.write('../summary.md', 'x'.repeat(1024 * 1024 - 20_000))
  const { summary } = await summarize(newsletter, 'check')
  expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(1024 * 1024)
  expect(summary).toMatch(/\nLeft out: \d+ parts, since a summary has 1 MiB at most\. The log has all\.\n\n$/)
  const full = 'x'.repeat(1024 * 1024)
  newsletter.write('../summary.md', full)
  expect((await summarize(newsletter, 'check')).summary).toBe(full)
})

test('that cannot be written is no reason to fail', async () => {
  const newsletter = makeNewsletter({ 'issue.config.yml': config, 'issues/a.md': files['issues/fine.md'] })
  const { code, stderr } = await runHere(['check', '--reporter', 'github'], {
    cwd: newsletter.root,
    environment: { GITHUB_STEP_SUMMARY: newsletter.root },
  })
  expect(code).toBe(0)
  expect(stderr).toContain(`issue: Cannot write the summary \`${newsletter.root}\`: there is a folder where`)
})

test('is written for no other reporter', async () => {
  const newsletter = makeNewsletter({ 'issue.config.yml': config, 'issues/a.md': files['issues/fine.md'] })
  newsletter.write('../summary.md', '')
  const environment = { GITHUB_STEP_SUMMARY: join(newsletter.parent, 'summary.md') }
  await runHere(['check', '--reporter', 'json'], { cwd: newsletter.root, environment })
  expect(newsletter.read('../summary.md')).toBe('')
})
