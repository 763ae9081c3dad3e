/**
 * `inlineStyles` reuses what juice gave for other elements, and has to give the same bytes as juice alone: for random style
 * sheets and documents, and for emails. `RUNS=20000 SEED=1 npx vitest run test/css/inlining` tries more random ones.
 */
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inlineStyles } from '../../../src/html/inline-styles.ts'
import { kitchenSink, templates } from '../../browser/make-emails.ts'
import { createRandom } from '../../property/random.ts'
import { shrink } from '../../property/shrink.ts'
import { createMarkup } from './create-markup.ts'
import { createRules } from './create-sheet.ts'
import { inlineWithJuice } from './inline-with-juice.ts'
import { makeUnstyledEmails } from './make-unstyled-emails.ts'

/** Stands between a style sheet and the documents that it is inlined into, one after the other. */
const separator = '\u001e'

/** The parts of a style sheet and four documents, the third of which is the first one again. */
function createParts(seed: number): string[] {
  const random = createRandom(seed)
  const rules = createRules(random)
  const first = createMarkup(random)
  const documents = [first, createMarkup(random), first, createMarkup(random)]
  return [...rules, ...documents.flatMap((document) => [separator, ...document])]
}

let runs = 0

/** The first document that does not become what juice alone makes of it. */
function findDifference(parts: readonly string[]): { expected: string; actual: string } | undefined {
  const [rules = '', ...documents] = parts.join('').split(separator)
  // With a comment of its own, a style sheet is a new one: nothing is stored for it.
  runs += 1
  const css = `${rules}\n/* ${runs} */`
  for (const document of documents) {
    const expected = tryInlining(inlineWithJuice, document, css)
    const actual = tryInlining(inlineStyles, document, css)
    if (actual !== expected) return { expected, actual }
  }
  return undefined
}

function tryInlining(inline: typeof inlineStyles, html: string, css: string): string {
  try {
    return inline(html, css)
  } catch (error) {
    return String(error)
  }
}

async function describeDifference(seed: number): Promise<string> {
  const smallest = await shrink(createParts(seed), async (parts) => findDifference(parts) !== undefined)
  const { expected, actual } = findDifference(smallest) ?? {}
  return `SEED=${seed}: ${JSON.stringify(smallest.join(''))}\njuice: ${expected}\nours:  ${actual}`
}

const count = Number(process.env.RUNS ?? (process.env.SEED ? 1 : 150))
const start = Number(process.env.SEED ?? 1)

test(`${count} random style sheets, from seed ${start} on, give what juice gives`, {
  timeout: 0,
}, async () => {
  const failures: string[] = []
  for (let seed = start; seed < start + count && failures.length < 3; seed += 1)
    if (findDifference(createParts(seed))) failures.push(await describeDifference(seed))
  expect(failures.join('\n\n')).toBe('')
})

const sample = join(import.meta.dirname, '..', '..', '..')

test.each(templates)('emails of the template %s become what juice makes of them', async (template) => {
  const out = mkdtempSync(join(tmpdir(), 'issuepress-inlining-'))
  for (const folder of [sample, kitchenSink]) {
    const emails = await makeUnstyledEmails(folder, template, out)
    expect(emails.length).toBeGreaterThan(3)
    for (const { name, html, css } of emails) {
      const expected = inlineWithJuice(html, css)
      expect(expected.match(/ style="/g)?.length, name).toBeGreaterThan(20)
      expect(inlineStyles(html, css), name).toBe(expected)
      expect(inlineStyles(html, css), `${name}, again`).toBe(expected)
    }
  }
})
