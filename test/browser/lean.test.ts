/**
 * Mail is weighed in bytes: Gmail clips it at 102,400, and styles inlined without care double it. The measure is the
 * bare HTML that remark makes of the same Markdown.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { afterAll, expect, test } from 'vitest'
import {
  kitchenSink,
  type MadeEmail,
  makeEmail,
  makeEmails,
  openNewsletter,
  templates,
} from './make-emails.ts'

const out = mkdtempSync(join(tmpdir(), 'issuepress-lean-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

const bare = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype, { allowDangerousHtml: true })
  .use(rehypeStringify, { allowDangerousHtml: true })

/** What every email may take for itself, in the richest template: head, masthead with its links, footer with profiles, style sheets. */
const page = 10_752
/**
 * What a block may take for what its Markdown does not hold: a sponsor's logo and address, an address for each vote, a
 * button drawn once more for Outlook, the ground and the arrow of an option; and a piece of code for its colours.
 */
const block = 525
/** What the results of a poll take, whose question and four options with their bars stand in another file. */
const results = 6 * block

/** What a cell of a table takes: its padding and its column's width, and its header's words where a row can become a record. */
const cell = 130

const toBytes = (text: string) => Buffer.byteLength(text)

function spare({ html, markdown, matter }: MadeEmail): number {
  const blocks = markdown.match(/^:{2,}[a-z]|^ *```[a-z]/gm)?.length ?? 0
  const allowed = 1.2 * toBytes(String(bare.processSync(markdown))) + page
  const counted = markdown.match(/^:{3,}poll-results/gm)?.length ?? 0
  const cells = markdown.match(/^\|.*\|$/gm)?.reduce((sum, row) => sum + row.split('|').length - 2, 0) ?? 0
  return Math.round(
    allowed + cells * cell + (blocks + (matter.sponsor ? 1 : 0)) * block + counted * results - toBytes(html),
  )
}

test('every email is about as light as its content', async () => {
  const emails = await makeEmails()
  expect(emails.length).toBeGreaterThan(8)
  const heavy = emails.map((email) => [email.name, spare(email)]).filter(([, bytes]) => Number(bytes) < 0)
  expect(heavy).toEqual([])
  const sora = emails.find(({ name }) => name === 'sample/2024-11-28-sora')
  expect(toBytes(sora?.html ?? '')).toBeLessThan(20_000)
  expect(sora).toBeDefined()
})

/** A paragraph of links, as newsletters that collect them have many. */
const links = Array.from(
  { length: 400 },
  (_, index) =>
    `- [What happened in week ${index}, as told by its author](https://example.com/2024/weeks/${index})`,
).join('\n')

test.each(templates)(
  'a list of 400 links in the template %s takes no more than a fifth for its looks',
  async (template) => {
    const newsletter = await openNewsletter(kitchenSink, template)
    const value = `---\nsubject: Links\npreheader: Many\n---\n\nAll of them.\n\n${links}\n`
    const file = new VFile({ path: 'issues/links.md', value })
    const email = await makeEmail(file, newsletter, kitchenSink, template, out)
    expect(spare(email)).toBeGreaterThan(0)
  },
)
