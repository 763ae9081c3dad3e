/**
 * A text of which only the changed sections are parsed has the tree of a text that is parsed as a whole, positions
 * included: after changes that reach beyond their section, and after random ones to the sample's issues.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../../src/parse/markdown.ts'
import { createMarkdownParser } from '../../../src/parse/markdown-parser.ts'
import { parseSections } from '../../../src/parse/parse-sections.ts'
import { createTree, type SectionedText } from '../../../src/parse/sectioned-text.ts'
import { defaultSettings } from '../../../src/settings.ts'
import { createRandom } from '../../property/random.ts'
import { createText, editText } from './edit-text.ts'

const { markdown } = defaultSettings
const shared = {
  ...markdown,
  definitions: [
    { label: 'shared one', url: 'https://shared.org/' },
    { label: 'a', url: 'https://a.org/' },
  ],
}

const article = (middle: string) =>
  `# One\n\nFirst, [a] and[^1].\n\n${middle}\n\n## Two\n\n- x\n\n- y\n\nLast, [a].\n`

/**
 * What stands in the middle of an article before and after an edit, and how many sections of the article are reused. The
 * one before the first line that differs is parsed again: it may not end there any more.
 */
const edits: [name: string, before: string, after: string, reused: number][] = [
  ['a word', 'Some words.', 'Some more words.', 3],
  ['a paragraph more', 'Words.', 'Words.\n\nMore.\n\nAnd more.', 4],
  ['a paragraph less', 'Words.\n\nMore.', 'More.', 4],
  ['a fence that hides the rest', 'Words.', '```\nWords.', 1],
  ['the end of a fence', '```\nWords.', '```\nWords.\n```', 2],
  ['a comment that hides the rest', 'Words.', '<!-- Words.', 1],
  ['a block that contains the rest', 'Words.', ':::note\nWords.', 1],
  ['a heading in a list', '- item', '- item\n\n  # Heading', 3],
  ['an underline that makes a heading', 'Words.', 'Words.\n===', 4],
  ['spaces in place of a blank line', 'Words.', 'Words.\n\n  ', 4],
  ['a definition', 'Words.', '[a]: https://a.org/', 0],
  ['another definition of the same', '[a]: x\n\n[a]: y', '[a]: z\n\n[a]: y', 4],
  ['a footnote', 'Words.', '[^1]: Words.', 0],
  ['the words of a footnote', '[^1]: Words.', '[^1]: More words.', 2],
  [
    'a definition in a block, which only what follows knows',
    ':::note\n[a]: x\n:::',
    ':::note\n[a]: xy\n:::',
    0,
  ],
  ['indented code, which goes on after blank lines', '    code', '    code\n\n2) item', 2],
  ['a carriage return', 'Words.', 'Words.\rMore.', 0],
]

/** Parses a text after another one, and counts the sections of the other that are part of it. */
function parseAfter(known: SectionedText, text: string, settings = markdown) {
  const parsed = parseSections(text, settings, known)
  const own = new Set(parsed.sections.map(({ nodes }) => nodes))
  return { parsed, reused: known.sections.filter(({ nodes }) => own.has(nodes)).length }
}

test.each(edits)('%s', (_name, before, after, reused) => {
  const known = parseSections(article(before), markdown)
  const result = parseAfter(known, article(after))
  expect(createTree(result.parsed)).toEqual(parseMarkdown(article(after), markdown))
  expect(result.reused).toBe(reused)
})

test('lines of the front matter more', () => {
  const blank = (lines: number) => '    \n'.repeat(lines) + article('Words.')
  const { parsed, reused } = parseAfter(parseSections(blank(2), markdown), blank(5))
  expect(createTree(parsed)).toEqual(parseMarkdown(blank(5), markdown))
  expect(reused).toBeGreaterThan(3)
})

test('a tree belongs to who receives it', () => {
  const parse = createMarkdownParser(markdown)
  const first = parse(article('Words.'))
  first.children.length = 1
  Object.assign(first.children[0]?.position?.start ?? {}, { line: 9 })
  expect(parse(article('More words.'))).toEqual(parseMarkdown(article('More words.'), markdown))
  expect(parse(article('Words.'))).toEqual(parseMarkdown(article('Words.'), markdown))
})

const folder = join(import.meta.dirname, '../../../issues')
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.md'))
  .map((name) => readFileSync(join(folder, name), 'utf8').slice(0, 2000))

test.each([1, 2, 3, 4])('random edits, seed %i', (seed) => {
  const random = createRandom(seed)
  const settings = seed % 2 === 0 ? shared : markdown
  let reusing = 0
  for (let round = 0; round < 5; round += 1) {
    let text = random.chance(0.3) ? createText(random) : random.pick(samples)
    let known = parseSections(text, settings)
    for (let edit = 0; edit < 10; edit += 1) {
      text = editText(text, samples, random)
      const { parsed, reused } = parseAfter(known, text, settings)
      const isSame = isDeepStrictEqual(createTree(parsed), parseMarkdown(text, settings))
      expect(isSame, JSON.stringify([known.text, text])).toBe(true)
      if (reused > 0) reusing += 1
      known = parsed
    }
  }
  // Most edits stay within their section; otherwise little would be compared here.
  expect(reusing).toBeGreaterThan(20)
})
