/** Each thing that an issue depends on: when it changes, the issues concerned are rendered again, and no others. */
import { readFileSync } from 'node:fs'
import { beforeAll, expect, test } from 'vitest'
import type { BuildOptions } from '../../src/newsletter/build-newsletter.ts'
import type { CacheOptions } from '../../src/newsletter/issue-cache.ts'
import { copyBuilt, copyNewsletter, type Newsletter } from './open-newsletter.ts'

interface Case {
  change?(newsletter: Newsletter): void
  options?: Partial<BuildOptions>
  cache?: Partial<CacheOptions>
  /** The issues that are rendered again, without folder and ending. */
  rendered: string
}

const issues = 'clean links missing-picture mistakes parts pictures plain poll sponsored'

const cases: Record<string, Case> = {
  nothing: { rendered: '' },
  'the text of an issue': {
    change: ({ edit }) => edit('issues/clean.md', 'Three owls, a fox, and', 'Two owls, a fox, and'),
    rendered: 'clean',
  },
  'the front matter of an issue': {
    change: ({ edit }) => edit('issues/clean.md', 'date: 2024-12-03', 'date: 2024-12-04'),
    rendered: 'clean',
  },
  'a new issue': {
    change: ({ write }) => write('issues/new.md', '---\nsubject: A new one\n---\n\nHello.\n'),
    rendered: 'new',
  },
  'an issue that is gone, to which another one links': {
    change: ({ remove }) => remove('issues/clean.md'),
    rendered: 'links',
  },
  'the slug of another issue': {
    change: ({ edit }) => edit('issues/clean.md', 'date: 2024-12-03', 'date: 2024-12-03\nslug: owls'),
    rendered: 'clean links',
  },
  'a slug that another issue has, too': {
    change: ({ edit }) => edit('issues/clean.md', 'date: 2024-12-03', 'date: 2024-12-03\nslug: sponsored'),
    rendered: 'clean links sponsored',
  },
  'a picture, replaced by one of the same size in bytes': {
    change: ({ write, path }) =>
      write('issues/images/douglas.png', changeOneByte(path('issues/images/douglas.png'))),
    rendered: 'pictures',
  },
  'a picture that is gone': {
    change: ({ remove }) => remove('issues/images/douglas.png'),
    rendered: 'missing-picture pictures',
  },
  'a picture beside one that is missing': {
    change: ({ write }) => write('issues/images/fox.jpg', 'not looked into'),
    rendered: 'missing-picture',
  },
  'a picture that is there now': {
    change: ({ write, path }) => write('issues/images/fox.png', readFileSync(path('issues/images/logo.png'))),
    rendered: 'missing-picture',
  },
  'the results of a poll': {
    change: ({ edit }) => edit('issues/polls/clean.feedback.json', '"votes": 12', '"votes": 13'),
    rendered: 'poll',
  },
  'a file that is included': {
    change: ({ edit }) => edit('snippets/lamps.md', 'brass', 'copper'),
    rendered: 'parts',
  },
  'a file that is included by an included one': {
    change: ({ edit }) => edit('snippets/oil.md', 'Rape', 'Olive'),
    rendered: 'parts',
  },
  'the data of a chart': {
    change: ({ edit }) => edit('issues/lamps.csv', '31', '32'),
    rendered: 'parts',
  },
  'the title of an earlier issue that is listed': {
    change: ({ edit }) => edit('issues/plain.md', 'subject: A letter', 'subject: Another letter'),
    rendered: 'parts plain',
  },
  'an included file that is gone': {
    change: ({ remove }) => remove('snippets/oil.md'),
    rendered: 'parts',
  },
  'the style sheet of one template': {
    change: ({ edit }) => edit('templates/plain/extra.css', '#123456', '#654321'),
    rendered: 'plain',
  },
  'a block of one template': {
    change: ({ edit }) => edit('templates/plain/blocks/recipe.html', 'All recipes', 'More recipes'),
    rendered: 'plain',
  },
  'a template laid over a shipped one': {
    change: ({ write }) => write('templates/default/blocks/quote.txt', '{{ body }}\n'),
    rendered: issues,
  },
  'the wording': {
    change: ({ edit }) => edit('templates/default/strings.yml', 'Paid for by', 'Sponsored by'),
    rendered: issues,
  },
  'design tokens of a template': {
    change: ({ write }) => write('templates/plain/theme.yml', 'ink: "#101010"\n'),
    rendered: 'plain',
  },
  'a design token in the config': {
    change: ({ edit }) => edit('issue.config.yml', '#0f766e', '#0f766f'),
    rendered: issues,
  },
  'the logo of the templates': {
    change: ({ write, path }) =>
      write('issues/images/logo.png', changeOneByte(path('issues/images/logo.png'))),
    rendered: issues,
  },
  'a key of the config': {
    change: ({ edit }) => edit('issue.config.yml', '1 Tower Road', '2 Tower Road'),
    rendered: issues,
  },
  'the level of a check': {
    change: ({ edit }) => edit('issue.config.yml', 'link-placeholder: off', 'heading-level: error'),
    rendered: issues,
  },
  'a sponsor': {
    change: ({ edit }) => edit('sponsors.yml', '2024-12-31', '2024-12-27'),
    rendered: issues,
  },
  'the target': { options: { target: 'kit' }, rendered: issues },
  'several targets': { options: { target: 'generic,kit' }, rendered: issues },
  strict: { options: { strict: true }, rendered: issues },
  'drafts, which the cache does not have yet': { options: { drafts: true }, rendered: 'draft' },
  'the version of Issuepress or Node.js': { cache: { installation: 'another one' }, rendered: issues },
}

let built: Newsletter

beforeAll(async () => {
  built = copyNewsletter()
  await built.build()
  await built.buildPlainly()
})

test.each(Object.entries(cases))('%s', async (_, { change, options, cache, rendered }) => {
  const newsletter = copyBuilt(built)
  change?.(newsletter)
  const plain = await newsletter.buildPlainly(options)
  const cached = await newsletter.build(options, cache)
  expect(cached.rendered.map((path) => path.slice('issues/'.length, -'.md'.length)).join(' ')).toBe(rendered)
  expect(cached.result).toEqual(plain.result)
  expect(cached.files).toEqual(plain.files)
  // What was rendered again is in the cache now.
  const again = await newsletter.build(options, cache)
  expect(again).toEqual({ ...plain, rendered: [] })
})

/** The picture with one byte changed near its end. */
function changeOneByte(path: string): Uint8Array {
  const bytes = readFileSync(path)
  bytes[bytes.length - 20] = (bytes[bytes.length - 20] ?? 0) ^ 1
  return bytes
}
