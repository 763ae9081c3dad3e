/**
 * Runs one case of the fixtures: `npm run case -- render/sponsor-label`, or `sponsor-label` where one family has such a
 * case. With `UPDATE=1` it rewrites the case's expected files.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import leven from 'leven'

const here = import.meta.dirname

/** The folders of cases, below `test/`: each has a test of its own name that lists the folders beside it. */
const families = readdirSync(here, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => basename(path) === `${basename(dirname(path))}.test.ts`)
  .filter((path) => readFileSync(join(here, path), 'utf8').includes('/list-cases.ts'))
  .map((path) => dirname(path))
  .sort()

const cases = families.flatMap((family) =>
  readdirSync(join(here, family), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ family, name, path: `${family}/${name}` })),
)

const [wanted = '', ...more] = process.argv.slice(2)
// As a shell completes it: `test/render/sponsor-label/`.
const path = wanted.replace(/^(?:\.\/)?test\//, '').replace(/\/+$/, '')
const found = cases.filter((each) => each.path === path || each.name === path)

if (wanted === '' || more.length > 0)
  fail(`Give one case, such as ${cases[0]?.path}. There are cases in ${families.join(', ')}.`)
else if (found.length === 0) {
  const near = findNear(path)
  const advice =
    near.length > 0 ? `Near it: ${near.join(', ')}.` : `There are cases in ${families.join(', ')}.`
  fail(`There is no case ${wanted}. ${advice}`)
} else if (found.length > 1)
  fail(`Several cases are called ${path}: ${found.map((each) => each.path).join(', ')}.`)
else await run(found[0])

/** @param {{ family: string, name: string }} each */
async function run({ family, name }) {
  const test = join(here, family, `${basename(family)}.test.ts`)
  const testNamePattern = `^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')} `
  // Imported late, so that a mistyped name is reported at once.
  const { startVitest } = await import('vitest/node')
  const vitest = await startVitest('test', [test], { run: true, watch: false, testNamePattern })
  await vitest.exit()
}

/** @param {string} path */
function findNear(path) {
  const toDistance = (each) => {
    const [text, name] = path.includes('/') ? [path, each.path] : [path, each.name]
    return text !== '' && name.includes(text) ? 0 : leven(text, name)
  }
  return cases
    .map((each) => ({ path: each.path, distance: toDistance(each) }))
    .filter(({ distance }) => distance <= Math.max(2, path.length / 3))
    .sort((one, other) => one.distance - other.distance)
    .slice(0, 5)
    .map((each) => each.path)
}

/** @param {string} message */
function fail(message) {
  console.error(message)
  process.exitCode = 1
}
