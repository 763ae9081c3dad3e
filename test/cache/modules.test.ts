/** Which configs with code are cached: those whose functions depend on nothing but the modules that they import. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { digestModules } from '../../src/files/digest-modules.ts'

function writeModules(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'issuepress modules '))
  const write = (name: string, text: string) => {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  for (const [name, text] of Object.entries(files)) write(name, text)
  return { write, digest: () => digestModules(join(folder, 'issue.config.ts')) }
}

const modules = {
  'issue.config.ts': `import { defineCheck } from 'issuepress'
import { countWords } from './checks/words.js'
import remarkShout from 'remark-shout'
import { join } from 'node:path'
export default { name: join('a', 'b'), markdown: { remarkPlugins: [remarkShout] }, checks: { countWords } }
`,
  'checks/words.ts': `import limits from './limits.json' with { type: 'json' }
export { countWords } from '../lib/count.ts'
export const limit = limits.words
`,
  'checks/limits.json': '{ "words": 100 }',
  'lib/count.ts': 'export const countWords = (text: string) => text.split(" ").length\n',
  'node_modules/remark-shout/package.json':
    '{ "name": "remark-shout", "version": "1.0.0", "type": "module", "exports": { "import": "./index.js" } }',
  'node_modules/remark-shout/index.js': `import { upper } from 'upper-case'
var cache = {}
export default () => (tree) => upper(tree, cache)
`,
  'node_modules/upper-case/package.json': '{ "name": "upper-case", "main": "main.cjs" }',
  'node_modules/upper-case/main.cjs': 'exports.upper = (tree) => tree\n',
}

test('the same modules have the same digest, wherever they are', async () => {
  const digest = await writeModules(modules).digest()
  expect(digest).toMatch(/^[0-9a-f]{64}$/)
  expect(await writeModules(modules).digest()).toBe(digest)
})

test.each(Object.keys(modules))('a change in %s changes the digest', async (name) => {
  const { write, digest } = writeModules(modules)
  const before = await digest()
  const text = modules[name as keyof typeof modules]
  write(name, name.endsWith('.json') ? text.replace('{ ', '{  ') : `${text}// changed\n`)
  expect(await digest()).toMatch(/^[0-9a-f]{64}$/)
  expect(await digest()).not.toBe(before)
})

test('a file that is imported instead of another one changes the digest', async () => {
  const { write, digest } = writeModules(modules)
  const before = await digest()
  write('checks/words.js', 'export const countWords = () => 0\n')
  expect(await digest()).not.toBe(before)
})

test.each([
  ['reads files', `import { readFileSync } from 'node:fs'\nexport default () => readFileSync('words.txt')`],
  ['reads files without the prefix', `const { readFileSync } = require('fs')\nexport default readFileSync`],
  ['reads the environment', `export default () => process.env.EDITION`],
  ['takes the environment apart', `const { env } = process\nexport default () => env.EDITION`],
  ['imports the process', `import { env } from 'node:process'\nexport default () => env.EDITION`],
  ['tells the time', `export default () => Date.now()`],
  ['tells today', `export default () => new Date()`],
  ['tells today in words', `export default () => new Intl.DateTimeFormat('en').format()`],
  ['throws dice', `export default () => Math.random()`],
  ['asks the network', `export default () => fetch('https://words.news/')`],
  ['imports what it computes', `export default (name: string) => import('./' + name)`],
  ['requires what it computes', `export default (name: string) => require(name)`],
  ['evaluates a text', `export default (text: string) => eval(text)`],
  ['looks around itself', `export default () => import.meta.dirname`],
  ['remembers in a variable', `let count = 0\nexport default () => ++count`],
  ['remembers in a set', `const seen = new Set<string>()\nexport default (text: string) => seen.add(text)`],
  [
    'remembers in a list',
    `export const seen: string[] = []\nexport default (text: string) => seen.push(text)`,
  ],
  ['imports what is not there', `import words from './nowhere.jsx'\nexport default words`],
])('a config whose module %s is not cached', async (_, text) => {
  const { digest } = writeModules({
    'issue.config.ts': `export { default } from './own.ts'\n`,
    'own.ts': text,
  })
  expect(await digest()).toBeUndefined()
})

test.each([
  ['a date of its own', `export default (text: string) => new Date(text).getUTCDay()`],
  ['a list of words', `const words = ['TODO']\nexport default (text: string) => words.includes(text)`],
  [
    'the name of a package in a comment',
    `// as import('not-installed') from 'nowhere'\nexport default () => 1`,
  ],
])('a config whose module has %s is cached', async (_, text) => {
  const { digest } = writeModules({
    'issue.config.ts': `export { default } from './own.ts'\n`,
    'own.ts': text,
  })
  expect(await digest()).toMatch(/^[0-9a-f]{64}$/)
})
