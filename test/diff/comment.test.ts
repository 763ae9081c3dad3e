/** The comment of a pull request: what strangers write stays text, and it fits in what GitHub accepts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Nodes } from 'hast'
import { raw } from 'hast-util-raw'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { visitParents } from 'unist-util-visit-parents'
import { expect, test } from 'vitest'
import { toIssue } from '../cli/newsletter.ts'
import { createRepository } from './repository.ts'

/** Reads a comment as GitHub does: GitHub Flavored Markdown, with the HTML in it. */
async function parseComment(markdown: string): Promise<Nodes> {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype, { allowDangerousHtml: true })
  return raw(await processor.run(processor.parse(markdown)))
}

/** Where GitHub links neither names nor numbers. */
const quiet = new Set(['code', 'pre'])

test('what a stranger writes is text: no element, link, comment or mention comes from it', async () => {
  const tree = await parseComment(readFileSync(join(import.meta.dirname, 'hostile/expected.md'), 'utf8'))
  const elements = new Set<string>()
  const loud: string[] = []
  const comments: string[] = []
  visitParents(tree, (node, ancestors) => {
    if (node.type === 'element') elements.add(node.tagName)
    // An empty one only parts an address.
    if (node.type === 'comment' && node.value !== ' ') comments.push(node.value)
    const isQuiet = ancestors.some((each) => each.type === 'element' && quiet.has(each.tagName))
    if (node.type === 'text' && !isQuiet) loud.push(node.value)
  })
  expect([...elements].sort()).toEqual(
    'b code del details h3 ins li p pre strong summary table tbody td th thead tr ul'.split(' '),
  )
  expect(comments).toEqual([' issuepress-diff '])
  expect(loud.join('')).not.toMatch(/[@#<>`|*[\]]/)
  expect(loud.join('')).toContain('1 issue added, 1 changed')
})

test('names within it are not those of accounts', () => {
  const markdown = readFileSync(join(import.meta.dirname, 'hostile/expected.md'), 'utf8')
  expect(markdown).toContain('everyone')
  expect(markdown).not.toMatch(/@[a-z]/)
  expect(markdown.replaceAll('&#64;', '@')).not.toMatch(/@[a-z]/)
})

test('each row of the table has as many cells as its head', async () => {
  const tree = await parseComment(readFileSync(join(import.meta.dirname, 'hostile/expected.md'), 'utf8'))
  const cells: number[] = []
  visitParents(tree, { tagName: 'tr' }, (row) => {
    if (row.type === 'element') cells.push(row.children.filter(({ type }) => type === 'element').length)
  })
  expect(cells).toEqual([8, 8, 8])
})

test('is cut where GitHub would refuse it, and says what is left out', async () => {
  const repository = createRepository()
  repository.write('issues/old.md', toIssue('Old'))
  repository.commit()
  for (let number = 100; number < 140; number++)
    repository.write(`issues/${number}.md`, toIssue(`Issue ${number}`, '', '[x](http://x.test/) '.repeat(60)))
  const url = 'https://github.com/a/b/actions/runs/1'
  const { stdout } = await repository.issue('diff', 'main', '--reporter', 'markdown', '--report-url', url)
  expect(stdout.length).toBeLessThanOrEqual(65_536)
  expect(stdout.split('\n')[0]).toBe('<!-- issuepress-diff -->')
  expect(stdout).toMatch(
    /Left out: the details of \d+ issues, since a comment has 65,536 characters at most\.\n/,
  )
  expect(stdout.trimEnd().endsWith(`[The whole report](<${url}>)`)).toBe(true)
  expect(stdout).toContain('<code>issues/139.md</code>')
})
