/**
 * A watch reuses what it created from files that have not changed. After each of these changes its build has to be the
 * one that a fresh start makes, in bytes and messages, and has to show the change.
 */
import { cpSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createMessageRecords } from '../../src/diagnostics/message-records.ts'
import { buildNewsletter } from '../../src/newsletter/build-newsletter.ts'
import { createIssueMemory } from '../../src/newsletter/issue-memory.ts'
import { createLoadMemory } from '../../src/newsletter/load-memory.ts'
import { makeNewsletter, pixel } from '../cli/newsletter.ts'
import { readTree } from '../watch/read-tree.ts'

const config = `name: The Watch
url: https://watch.news
from: Ada <ada@watch.news>
postalAddress: 1 Tower Road, Hillside
`

const toIssue = (subject: string, body: string, more = '') =>
  `---\nsubject: ${subject}\npreheader: What was seen from the hill\n${more}---\n\n${body}\n`

const repeat = (count: number) =>
  `---\nattributes: { times: { type: number, required: true } }\n---\n<p>${'{% for i in (1..attributes.times) %}'}x{% endfor %}${count}</p>\n`

const results = (votes: number) =>
  JSON.stringify({
    ...{ version: 1, issue: 'dawn', poll: 'feedback', question: 'How was it?', votes },
    options: [{ id: 'good', text: 'Good', votes }],
    sources: { log: votes, csv: 0, mbox: 0 },
    leftOut: { scanner: 0, burst: 0, replaced: 0 },
  })

type Newsletter = ReturnType<typeof makeNewsletter>

interface Change {
  name: string
  apply(newsletter: Newsletter): void
  /** What the files or messages of the new build have, and those of the build before do not. */
  added: string
}

const write =
  (path: string, text: string) =>
  ({ write }: Newsletter) =>
    write(path, text)

const changes: Change[] = [
  { name: 'nothing', apply: () => {}, added: '' },
  {
    name: 'the text of an issue',
    apply: write('issues/dawn.md', toIssue('Dawn over the hills', 'It rained at six.')),
    added: 'It rained at six.',
  },
  {
    name: 'the front matter of an issue',
    apply: write('issues/dawn.md', toIssue('Dawn in the rain', 'It rained at six.', 'slug: rain\n')),
    added: 'rain/email.html',
  },
  {
    name: 'the name in the config',
    apply: write('issue.config.yml', config.replace('The Watch', 'The Lookout')),
    added: 'The Lookout',
  },
  {
    name: 'a design token in the config',
    apply: write('issue.config.yml', `${config}theme: { accent: "#7a1f5c" }\n`),
    added: '#7a1f5c',
  },
  { name: 'a mistake in the config', apply: write('issue.config.yml', 'nane: X\n'), added: '`nane`' },
  { name: 'its correction', apply: write('issue.config.yml', config), added: '' },
  {
    name: 'rules added to the style sheet',
    apply: write('templates/default/extra.css', '.nigth { color: #123456 }\np { color: #234567 }\n'),
    added: '#234567',
  },
  {
    name: 'a class in an issue that a style sheet almost has',
    apply: write('issues/dusk.md', toIssue('Dusk over the hills', '<p class="night-sky">Stars.</p>')),
    added: 'Stars.',
  },
  {
    name: 'a misspelled selector',
    apply: write('templates/default/extra.css', '.hedaing { color: #123456 }\nbuton { color: #234567 }\n'),
    added: 'Unexpected selector `buton`',
  },
  {
    name: 'an issue, while the templates have messages',
    apply: write('issues/dusk.md', toIssue('Dusk over the hills', 'The moon rose.')),
    added: 'The moon rose.',
  },
  {
    name: 'a level of a rule on templates',
    apply: write('issue.config.yml', `${config}checks: { css-selector: error }\n`),
    added: '"error"',
  },
  { name: 'an issue that is not written', apply: write('issues/dusk.md', toIssue('Dusk', 'Moon.')), added: '' },
  { name: 'its removal', apply: ({ remove }) => remove('templates/default/extra.css'), added: 'Moon.' },
  { name: 'the config again', apply: write('issue.config.yml', config), added: '' },
  {
    name: 'the wording',
    apply: write('templates/default/strings.yml', 'en: { unsubscribe: Leave the hill }\n'),
    added: 'Leave the hill',
  },
  {
    name: 'a design token of the template',
    apply: write('templates/default/theme.yml', 'accent: "#5c1f7a"\n'),
    added: '#5c1f7a',
  },
  {
    name: 'a mistake in the design tokens',
    apply: write('templates/default/theme.yml', 'acent: "#5c1f7a"\n'),
    added: '`acent`',
  },
  {
    name: 'an issue, while the design tokens have a mistake',
    apply: write('issues/dawn.md', toIssue('Dawn', 'Still there.')),
    added: 'Still there.',
  },
  { name: 'their removal', apply: ({ remove }) => remove('templates/default/theme.yml'), added: '' },
  { name: 'a block', apply: write('templates/default/blocks/repeat.html', repeat(1)), added: '' },
  {
    name: 'an issue with the block',
    apply: write('issues/dusk.md', toIssue('Dusk', '::repeat{times=3}')),
    added: 'xxx1',
  },
  {
    name: 'an issue for which the block exceeds its limit',
    apply: write('issues/dusk.md', toIssue('Dusk', '::repeat{times=99999999}')),
    added: 'more than 10 million',
  },
  {
    name: 'an issue for which it does not any more',
    apply: write('issues/dusk.md', toIssue('Dusk', '::repeat{times=4}')),
    added: 'xxxx1',
  },
  { name: 'the block again', apply: write('templates/default/blocks/repeat.html', repeat(2)), added: 'xxxx2' },
  {
    name: 'a mistake in the block',
    apply: write('templates/default/blocks/repeat.html', `${repeat(2)}{{ nothing }}`),
    added: '`nothing`',
  },
  { name: 'its correction', apply: write('templates/default/blocks/repeat.html', repeat(3)), added: 'xxxx3' },
  {
    name: 'an unclosed element in a template',
    apply: write('templates/default/blocks/repeat.html', `<div>${'x'}</span>`),
    added: 'template-markup',
  },
  {
    name: 'an issue, while the template has an unclosed element',
    apply: write('issues/dawn.md', toIssue('Dawn', 'The fog has gone.')),
    added: '',
  },
  { name: 'the template’s correction', apply: write('templates/default/blocks/repeat.html', repeat(4)), added: 'has gone.' },
  {
    name: 'the target of a template’s symbolic link',
    apply: ({ write, root }) => {
      write('shared/quiet.html', '---\nbody: required\n---\n<div>Hush, {{ body }}</div>')
      symlinkSync('../../../shared/quiet.html', join(root, 'templates/default/blocks/quiet.html'))
      write('issues/noon.md', toIssue('Noon', ':::quiet\nthe sun.\n:::'))
    },
    added: 'Hush, ',
  },
  { name: 'what it contains', apply: write('shared/quiet.html', '---\nbody: required\n---\n<div>Silence, {{ body }}</div>'), added: 'Silence, ' },
  {
    name: 'the sponsors',
    apply: ({ write }) => {
      write('sponsors.yml', 'acme: { name: Acme, url: "https://acme.news/", cta: Look }\n')
      write('issues/noon.md', toIssue('Noon', ':::sponsor{#acme}\nAnvils.\n:::'))
    },
    added: 'https://acme.news/',
  },
  {
    name: 'a sponsor’s address',
    apply: write('sponsors.yml', 'acme: { name: Acme, url: "https://other.news/", cta: Look }\n'),
    added: 'https://other.news/',
  },
  {
    name: 'the shared definitions',
    apply: ({ write }) => {
      write('definitions.md', '[hill]: https://hill.news/one\n')
      write('issues/noon.md', toIssue('Noon', 'See the [map of the hill][hill].'))
    },
    added: 'https://hill.news/one',
  },
  {
    name: 'a definition',
    apply: write('definitions.md', '[hill]: https://hill.news/two\n'),
    added: 'https://hill.news/two',
  },
  {
    name: 'a picture',
    apply: ({ write }) => {
      write('issues/images/dot.png', pixel)
      write('issues/noon.md', toIssue('Noon', '![A dot on the hill](images/dot.png)'))
    },
    added: 'images/',
  },
  { name: 'no picture', apply: ({ remove }) => remove('issues/images/dot.png'), added: 'image-file' },
  {
    name: 'a poll’s results',
    apply: ({ write }) => {
      write('issues/polls/dawn.feedback.json', results(3))
      write('issues/noon.md', toIssue('Noon', ':::poll-results{from="dawn#feedback"}\n:::'))
    },
    added: 'How was it?',
  },
  {
    name: 'one more vote',
    apply: write('issues/polls/dawn.feedback.json', results(4)),
    added: 'Votes: 4',
  },
  { name: 'a new issue', apply: write('issues/night.md', toIssue('Night', 'An owl called.')), added: 'An owl' },
  {
    name: 'a new name of an issue',
    apply: ({ path }) => renameSync(path('issues/night.md'), path('issues/midnight.md')),
    added: 'midnight',
  },
  { name: 'an issue that is gone', apply: ({ remove }) => remove('issues/midnight.md'), added: '' },
  {
    name: 'an issue that is a symbolic link',
    apply: ({ write, root }) => {
      write('shared/link.md', toIssue('Linked', 'First words.'))
      symlinkSync('../shared/link.md', join(root, 'issues/link.md'))
    },
    added: 'First words.',
  },
  { name: 'its target', apply: write('shared/link.md', toIssue('Linked', 'Other words.')), added: 'Other words.' },
  {
    name: 'another template',
    apply: ({ write }) => {
      write('templates/plain/extra.css', 'p { color: #345678 }')
      write('issues/dawn.md', toIssue('Dawn', 'The fog has gone.', 'template: plain\n'))
    },
    added: '#345678',
  },
  {
    name: 'the other template',
    apply: write('templates/plain/extra.css', 'p { color: #876543 }'),
    added: '#876543',
  },
]

test('after each change, a build from memory is a fresh build', { timeout: 300_000 }, async () => {
  const newsletter = makeNewsletter({
    'issue.config.yml': config,
    'issues/dawn.md': toIssue('Dawn over the hills', 'The sun came up.'),
    'issues/dusk.md': toIssue('Dusk over the hills', 'The sun went down.'),
  })
  const memory = { memory: createIssueMemory(), loadMemory: createLoadMemory() }
  mkdirSync(join(newsletter.parent, 'remembered'))
  let before = ''
  for (const { name, apply, added } of [{ name: 'the start', apply: () => {}, added: '' }, ...changes]) {
    apply(newsletter)
    // What an issue with errors was before stays in the out folder, so that both begin with the same.
    const copy = join(newsletter.parent, 'fresh')
    rmSync(copy, { recursive: true, force: true })
    cpSync(join(newsletter.parent, 'remembered'), copy, { recursive: true })
    const remembered = await build(newsletter, 'remembered', memory)
    const fresh = await build(newsletter, 'fresh')
    expect(remembered, name).toEqual(fresh)
    const after = JSON.stringify(fresh)
    const expected = JSON.stringify(added).slice(1, -1)
    expect(after, name).toContain(expected)
    if (added !== '') expect(before, name).not.toContain(expected)
    before = after
  }
})

/** Builds into a folder beside the newsletter: the outcome, the messages, and the written files. */
async function build(
  { root, parent }: Newsletter,
  folder: string,
  hooks: Parameters<typeof buildNewsletter>[1] = {},
) {
  const out = join(parent, folder)
  const { outcome, files } = await buildNewsletter({ root, out }, hooks)
  const messages = createMessageRecords(files).map((record) => JSON.stringify(record))
  return { outcome, messages, files: readTree(out) }
}
