/** A newsletter whose config has a custom block and a custom check, as a user would write them. */
import { expect, test } from 'vitest'
import { makeNewsletter, noChecks, toIssue } from './newsletter.ts'

const config = `import { defineBlock, defineCheck, defineConfig } from 'issuepress'
import { countWords, extractProse, findBlocks, getExtra, openingLine, splitWords } from 'issuepress/readers'

const rsvp = defineBlock({
  name: 'rsvp',
  resolve({ attributes: { by } }, { matter, report }) {
    const deadline = new Date(String(by))
    if (matter.date && deadline <= new Date(matter.date))
      report('Unexpected deadline \`' + by + '\`, expected a day after the issue’s', { at: 'by', aspect: 'date' })
    return { deadline_text: new Intl.DateTimeFormat(matter.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(deadline) }
  },
})

const paragraphLength = defineCheck({
  name: 'paragraph-length',
  summary: 'No paragraph is too long for a phone.',
  note: 'Break it in two.',
  level: 'warning',
  options: { max: 60 },
  run(context, report, { max }) {
    for (const { text, place } of extractProse(context)) {
      const words = countWords(splitWords(text))
      if (words > max)
        report('Unexpected paragraph of ' + words + ' words, expected at most ' + max, { at: place(0, text.length) })
    }
    for (const { node, block } of findBlocks('rsvp', context.tree)) {
      const deadline: string | undefined = getExtra(block, rsvp)?.deadline_text
      if (!context.email.text.includes(deadline ?? ''))
        report('Missing deadline in the plaintext', { at: openingLine(node, String(context.file)) })
    }
  },
})

export default defineConfig({
  blocks: { rsvp },
  checks: { ...${noChecks}, 'paragraph-length': { ...paragraphLength, options: { max: 8 } } },
})
`

const html = `---
label: required
attributes:
  by: { required: true }
---
<p>{{ label }}: answer by {{ deadline_text }}</p>
`

const files = {
  'issue.config.ts': config,
  'templates/default/blocks/rsvp.html': html,
  'templates/default/blocks/rsvp.txt': '{{ label }}: answer by {{ deadline_text }}\n',
}

const createInvitation = (by: string) => toIssue('Party', 'date: 2024-11-28\n', `::rsvp[The party]{by=${by}}`)

test('what a block resolves is in the HTML and in the plaintext', async () => {
  const newsletter = makeNewsletter({ ...files, 'issues/a.md': createInvitation('2024-12-05') })
  const { code, stderr } = await newsletter.issue('build')
  expect(stderr).not.toMatch(/error|warning/)
  expect(code).toBe(0)
  expect(newsletter.read('dist/a/email.html')).toContain('The party: answer by December 5, 2024')
  expect(newsletter.read('dist/a/email.txt')).toContain('The party: answer by December 5, 2024')
  expect(newsletter.read('dist/a/index.html')).toContain('The party: answer by December 5, 2024')
})

test('what a block reports blocks the issue from being written', async () => {
  const newsletter = makeNewsletter({ ...files, 'issues/a.md': createInvitation('2024-11-20') })
  const { code, stderr } = await newsletter.issue('build')
  expect(code).toBe(1)
  expect(stderr).toContain(
    'issues/a.md:8:19  error  Unexpected deadline `2024-11-20`, expected a day after the issue’s  (rsvp-date)',
  )
  expect(newsletter.has('dist/a')).toBe(false)
})

test('what a block throws is the message of its directive, and the other issues are built', async () => {
  const newsletter = makeNewsletter({
    ...files,
    'issues/a.md': createInvitation('soon'),
    'issues/b.md': createInvitation('2024-12-05'),
  })
  const { code, stderr } = await newsletter.issue('build')
  expect(code).toBe(1)
  expect(stderr).toContain('issues/a.md:8:1  error  Cannot resolve the block `rsvp`: Invalid')
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(newsletter.has('dist/b/email.html')).toBe(true)
})

test('a check reads with the shipped checks’ readers', async () => {
  const long = 'These are nine words, which is one too many.'
  const newsletter = makeNewsletter({
    ...files,
    'issues/a.md': `${createInvitation('2024-12-05')}\n${long}\n`,
    'templates/default/blocks/rsvp.txt': '{{ label }}\n',
  })
  const { stderr } = await newsletter.issue('check')
  expect(stderr).toContain(
    'issues/a.md:10:1  warning  Unexpected paragraph of 9 words, expected at most 8  (paragraph-length)',
  )
  expect(stderr).toContain('issues/a.md:8:1  warning  Missing deadline in the plaintext  (paragraph-length)')
})

test('with an error in a block’s definition nothing is built', async () => {
  const newsletter = makeNewsletter({
    'issues/a.md': toIssue('A'),
    'issue.config.mjs': 'export default { blocks: { rsvp: { name: "rsvp" } } }',
  })
  const { code, stderr } = await newsletter.issue('build')
  expect(code).toBe(2)
  expect(stderr).toContain(
    'issue.config.mjs  error  Missing `resolve` in the block `rsvp`, expected a function  (config)',
  )
})
