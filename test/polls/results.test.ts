/** The results of a poll, rendered in the next issue: the words of the poll reach the reader as they were written. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { build } from '../../src/build.ts'

const words = 'The {{ x }} way, or *|Y|*'

const results = {
  version: 1,
  issue: 'one',
  poll: 'poll',
  question: 'Which of {{ a }} & *|B|* is it?',
  options: [
    { id: 'a', text: words, votes: 3 },
    { id: 'b', text: 'Neither', votes: 1 },
  ],
  votes: 4,
  sources: { log: 4, csv: 0, mbox: 0 },
  leftOut: { scanner: 0, burst: 0, replaced: 0 },
}

const issue = `---
subject: What the test saw today
preheader: And what it did about it, if anything
---

Hello {{ first_name }}.

:::poll-results{from="one"}
:::
`

/** The HTML, the plaintext and an option as the target's engine receives them; it prints the original words. */
const expected = [
  ['kit', '{{ "{{" }} a }} &amp; *|B|*', '{{ "{{" }} a }} & *|B|*', 'The {{ "{{" }} x }} way, or *|Y|*'],
  ['listmonk', '{{ "{{" }} a }} &amp; *|B|*', '{{ "{{" }} a }} & *|B|*', 'The {{ "{{" }} x }} way, or *|Y|*'],
  ['mailchimp', '{{ a }} &amp; &#42;|B|*', '{{ a }} & *\u2060|B|*', 'The {{ x }} way, or *\u2060|Y|*'],
  ['generic', '{{ a }} &amp; *|B|*', '{{ a }} & *|B|*', words],
] as const

test.each(expected)('are no tags for `%s`, and none in the web copy', async (target, html, text, option) => {
  const root = mkdtempSync(join(tmpdir(), 'issuepress-results-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  mkdirSync(join(root, 'issues/polls'), { recursive: true })
  writeFileSync(
    join(root, 'issue.config.yml'),
    `name: The Test\ntarget: ${target}\nchecks: { target-required: off, unsubscribe-link: off }\n`,
  )
  writeFileSync(join(root, 'issues/two.md'), issue)
  writeFileSync(join(root, 'issues/polls/one.poll.json'), JSON.stringify(results))
  const { outcome } = await build({ root })
  expect(outcome).toBe('built')
  const read = (name: string) => readFileSync(join(root, 'dist/two', name), 'utf8')
  expect(read('email.html')).toContain(`Which of ${html} is it?`)
  expect(read('email.txt')).toContain(`Which of ${text} is it?`)
  expect(read('email.txt')).toContain(`${option}\n`)
  expect(read('email.html')).toContain('Hello {{ first_name }}.')
  expect(read('index.html')).toContain(`${words}<br>`)
  expect(read('index.html')).toMatch(/Which of \{\{ a \}\} &(?:amp|#x26); \*\|B\|\* is it\?/)
})
