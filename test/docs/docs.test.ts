/**
 * The documentation shows what really happens: its sections are made here. `UPDATE=1 npx vitest run test/docs` writes
 * them anew. A section's name says how: a command (`issue targets`) is run, a file of this folder is shown, and
 * `makers` knows the others.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as readers from '../../src/checks/readers/index.ts'
import { createConfigSchema } from '../../src/config/config-schema.ts'
import * as api from '../../src/index.ts'
import { frontMatterSchema } from '../../src/parse/front-matter-schema.ts'
import { blockKeys } from '../../src/schemas/block-keys.ts'
import { issueKeys } from '../../src/schemas/issue-keys.ts'
import { filters } from '../../src/theme/filters.ts'
import { showBlockExample } from './block-examples.ts'
import { listCommands } from './commands.ts'
import { readPage, readPages } from './pages.ts'
import { expectSection, listSections } from './sections.ts'
import {
  formatBlockTable,
  formatCheckTable,
  formatConfigKeyTable,
  formatFloorTable,
  formatKeyTable,
  formatOtherRuleTable,
} from './tables.ts'
import { runExample, runIssue, showBuilt, toCodeBlock, toTranscript } from './terminal.ts'

const makers: Record<string, () => string | Promise<string>> = {
  build: () => toTranscript(['build'], { shownAs: 'npm ci && npx issue build' }),
  blocks: formatBlockTable,
  checks: formatCheckTable,
  rules: formatOtherRuleTable,
  floors: formatFloorTable,
  'config-keys': formatConfigKeyTable,
  'issue-keys': () => formatKeyTable(issueKeys),
  'block-keys': () => formatKeyTable(blockKeys),
  'first-check': () => toTranscript(['check', '--strict'], { folder: 'test/docs/first-issue' }),
  'first-text': () => showBuilt('test/docs/first-issue', '2026-01-06-green-tea/email.txt'),
  'one-mistake': () => toTranscript(['build'], { folder: 'test/docs/one-mistake' }),
  mistakes: () => toTranscript(['build'], { folder: 'test/docs/mistakes' }),
  'mistakes-json': async () =>
    `\`\`\`json\n${await runIssue(['build', '--reporter', 'json'], 'test/docs/mistakes')}\n\`\`\``,
  'mistakes-github': () =>
    toTranscript(['check', '--quiet', '--reporter', 'github'], { folder: 'test/docs/mistakes' }),
  'mistakes-unix': () =>
    toTranscript(['check', '--quiet', '--reporter', 'unix'], { folder: 'test/docs/mistakes' }),
  'own-block': () => toTranscript(['check', 'issues/mistakes.md'], { folder: 'test/docs/own-block' }),
  'own-check': () => toTranscript(['check'], { folder: 'test/docs/own-check' }),
  'check-with-readers': () => toTranscript(['check'], { folder: 'test/docs/check-with-readers' }),
  'rsvp-block': () => toTranscript(['check', 'issues/late.md'], { folder: 'test/docs/rsvp-block' }),
  'rsvp-block-text': () => showBuilt('test/docs/rsvp-block', 'tasting/email.txt'),
  'own-target-text': () => showBuilt('test/docs/own-target', 'hello/email.txt'),
  'own-target-sheet': () => toTranscript(['targets', 'postbox'], { folder: 'test/docs/own-target' }),
  tally: () =>
    toTranscript(['poll', 'tally', 'sora', 'feedback', '--log', 'access.log'], {
      folder: 'test/polls/tally/pages',
    }),
  'api-render': () => runExample('test/docs/api/render.mjs', 'test/docs/first-issue'),
  'api-build': () => runExample('test/docs/api/build.mjs', 'test/docs/first-issue'),
}

/** Sections that another test makes. */
const elsewhere = ['matrix']

const pages = readPages()
const sections = pages
  .flatMap((page) => listSections(page).map((name): [string, string] => [page.path, name]))
  .filter(([, name]) => !elsewhere.includes(name))

describe('what is shown', () => {
  test.each(sections)('%s: %s', async (path, name) => {
    expectSection(path, name, await make(name))
  })

  test('is all that can be made', () => {
    expect(Object.keys(makers).filter((name) => !sections.some(([, shown]) => shown === name))).toEqual([])
    expect(elsewhere.filter((name) => !pages.some((page) => listSections(page).includes(name)))).toEqual([])
  })

  test('has the help of every command', async () => {
    const helps = listSections(readPage('docs/cli.md')).filter((name) => name.endsWith(' --help'))
    const commands = await listCommands()
    expect(helps.sort()).toEqual(commands.map(({ words }) => ['issue', ...words, '--help'].join(' ')).sort())
  })
})

test.each([
  ['docs/writing.md', 'key of the front matter', Object.keys(frontMatterSchema.entries)],
  ['docs/config.md', 'key of the config', Object.keys(createConfigSchema([]).entries)],
  ['docs/templates.md', 'filter', Object.keys(filters)],
  ['docs/api.md', 'export', Object.keys(api)],
  ['docs/checks.md', 'reader', Object.keys(readers)],
])('%s names every %s', (path, _, names) => {
  const { text } = readPage(path)
  expect(names.filter((name) => !new RegExp(`\`${name}[\`:(]|^ *${name}:`, 'm').test(text))).toEqual([])
})

test.each([
  ['docs/checks.md', 'Readers', Object.keys(readers)],
  ['docs/api.md', 'Exports', Object.keys(api)],
])('the tables of %s, %s, name nothing that is not exported', (path, heading, names) => {
  const section = readPage(path).text.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? ''
  const cells = [...section.matchAll(/^\| (`.*?`) \|/gm)].map(([, cell = '']) => cell)
  const shown = cells.flatMap((cell) => [...cell.matchAll(/`(\w+)/g)].map(([, name = '']) => name))
  expect(shown.toSorted()).toEqual(names.toSorted())
})

test('the README is short enough to read', () => {
  expect(readPage('README.md').text.split('\n').length).toBeLessThanOrEqual(350)
})

function make(name: string): string | Promise<string> {
  if (name.startsWith('example of ')) return showBlockExample(name.slice('example of '.length))
  if (name.startsWith('issue ')) return toTranscript(name.split(' ').slice(1))
  const file = join(import.meta.dirname, name)
  if (name.includes('/') && existsSync(file)) return toCodeBlock(file)
  const maker = makers[name]
  if (!maker) throw new Error(`Nothing makes the section ${name}`)
  return maker()
}
