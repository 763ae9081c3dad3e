/** The pictures of the blocks in docs/blocks.md, which `.github/screenshots.mjs` takes of the examples there. */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPage, root } from './pages.ts'

const { text } = readPage('docs/blocks.md')
const folder = join(root, '.github', 'blocks')

/** The Markdown of the examples, by their block's name. */
const examples = new Map(
  [...text.matchAll(/^<!-- begin: example of (\S+) -->\n\n```markdown\n([\s\S]*?)\n```$/gm)].map(
    ([, name = '', markdown = '']): [string, string] => [name, markdown],
  ),
)

/** Blocks that look like nothing by themselves. */
const invisible = ['only', 'spacer']

const howToTake = 'take them again: npm run build && node .github/screenshots.mjs blocks'

test('each shipped block has an example', () => {
  const blocks = readdirSync(join(root, 'templates', 'default', 'blocks'))
    .filter((name) => name.endsWith('.html'))
    .map((name) => name.replace(/\.html$/, ''))
  expect([...examples.keys(), ...invisible].toSorted()).toEqual(blocks.toSorted())
})

test('each example has its picture above it, with words in its place, and no picture is left over', () => {
  const shown = [...text.matchAll(/^<img (.*)>\n\n<!-- begin: example of (\S+) -->$/gm)].map(
    ([, attributes = '', name = '']) => {
      const [, src, alt = ''] =
        /^src="\.\.\/\.github\/blocks\/(.+?)\.png" width="600" alt="(.+)"$/.exec(attributes) ?? []
      expect(alt.length, `what the picture of ${name} shows`).toBeGreaterThan(9)
      return [name, src]
    },
  )
  expect(shown).toEqual([...examples.keys()].map((name) => [name, name]))
  const pictures = readdirSync(folder).filter((name) => name !== 'sources.json')
  expect(pictures.toSorted(), howToTake).toEqual([...examples.keys()].map((name) => `${name}.png`).toSorted())
})

test('each picture was taken of the example as it is now', () => {
  const taken = JSON.parse(readFileSync(join(folder, 'sources.json'), 'utf8'))
  const digests = [...examples].map(([name, markdown]) => [
    name,
    createHash('sha256').update(markdown).digest('hex').slice(0, 16),
  ])
  expect(taken, howToTake).toEqual(Object.fromEntries(digests))
})

test('no picture is larger than 20 kB', () => {
  const sizes = readdirSync(folder).map((name): [string, number] => [name, statSync(join(folder, name)).size])
  expect(sizes.filter(([, bytes]) => bytes > 20_000)).toEqual([])
})
