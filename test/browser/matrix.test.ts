/**
 * Every block and every piece of Markdown on a page of its own, in all templates, under every condition. The
 * documentation shows what came of it; `UPDATE=1 npx vitest run test/browser/matrix.test.ts` writes it anew.
 */
import type { Page } from 'playwright-core'
import { VFile } from 'vfile'
import { expect, test } from 'vitest'
import { expectSection } from '../docs/sections.ts'
import { findFaults } from './axe.ts'
import { findAll, inBrowser, keepPicture, resize, show, showWithoutPictures } from './in-browser.ts'
import { kitchenSink, type MadeEmail, makeEmail, openNewsletter, templates } from './make-emails.ts'
import {
  arabic,
  blocks,
  type Condition,
  conditions,
  constructs,
  english,
  type Results,
  toMatrix,
} from './matrix.ts'
import { browserPath } from './open-browser.ts'
import {
  dropAtRules,
  findLostPictures,
  findLowContrast,
  findOverflow,
  findSmallTargets,
  findWrongDirection,
  recolourAsOutlook,
  removeStyles,
} from './pages.ts'

const pages = { ...blocks, ...constructs }
const languages = [english, arabic]

const browser = inBrowser(async (out) => {
  const emails: MadeEmail[] = []
  for (const template of templates) {
    const newsletter = await openNewsletter(kitchenSink, template)
    for (const [name, draw] of Object.entries(pages)) {
      for (const words of languages) {
        const slug = `${name.replaceAll(/\W+/g, '-')}-${words.lang}`
        const head = `subject: ${words.short}\npreheader: ${words.text}\nlang: ${words.lang}\nslug: ${slug}\n`
        const body = draw(words)
        const value = `---\n${head}---\n\n${/^#/.test(body) ? '' : `${words.text}\n\n## ${words.one}\n\n`}${body}\n`
        const file = new VFile({ path: `issues/${slug}.md`, value })
        emails.push(await makeEmail(file, newsletter, kitchenSink, `${template}/${name}/${words.lang}`, out))
      }
    }
  }
  return emails
})

test('every shipped block has a page', async () => {
  for (const template of templates) {
    const theme = (await openNewsletter(kitchenSink, template)).themes.get(template)
    expect([...(theme?.blocks.keys() ?? [])].sort()).toEqual(Object.keys(blocks).sort())
  }
})

test('the table says how many faults there are, and what was not looked at', () => {
  const all = Object.fromEntries(conditions.map((condition) => [condition, [] as string[]]))
  const table = toMatrix({ poll: { ...all, dark: ['faint', 'wide'] }, code: { light: [] } })
  expect(table.split('\n').slice(2)).toEqual([
    '| `poll` | ✓ | ✗ 2 | ✓ | ✓ | ✓ | ✓ | ✓ | ✓ |',
    '| code | ✓ | ? | ? | ? | ? | ? | ? | ? |',
  ])
})

test.skipIf(!browserPath)(
  'the documentation shows what came of every block under every condition',
  async () => {
    const results: Results = Object.fromEntries(Object.keys(pages).map((name) => [name, {}]))
    await browser.visit(async (page, email) => {
      const found = results[email.name.split('/')[1] ?? ''] ?? {}
      const add: Add = async (condition, look) => {
        const faults = await look()
        found[condition] = [...(found[condition] ?? []), ...faults]
        if (faults.length > 0) await keepPicture(page, `matrix-${condition}-${email.name}`)
      }
      if (email.matter.lang === arabic.lang) await lookFromRightToLeft(page, email, add)
      else await look(page, email, add)
    })
    const faults = Object.entries(results).flatMap(([name, found]) =>
      Object.entries(found).flatMap(([condition, said]) =>
        said.map((fault) => `${name}, ${condition}: ${fault}`),
      ),
    )
    expectSection('docs/templates.md', 'matrix', toMatrix(results))
    expect(faults).toEqual([])
  },
  240_000,
)

type Add = (condition: Condition, look: () => Promise<string[]>) => Promise<void>

async function look(page: Page, email: MadeEmail, add: Add): Promise<void> {
  await show(page, email, { width: 320 })
  for (const width of [320, 375, 640] as const) {
    await resize(page, width)
    await add(`${width}`, () => findAll(page, findOverflow, findSmallTargets))
  }
  const faults = async () => [...(await findFaults(page)), ...(await page.evaluate(findLowContrast))]
  await add('light', faults)
  await page.emulateMedia({ colorScheme: 'dark' })
  await add('dark', faults)
  await page.evaluate(dropAtRules)
  await add('dark', () => page.evaluate(findLowContrast))

  await page.evaluate(removeStyles)
  await page.emulateMedia({ colorScheme: 'light' })
  for (const width of [640, 375, 320]) {
    await resize(page, width)
    await add('no styles', () => findAll(page, findOverflow, findSmallTargets, findLowContrast))
  }

  await showWithoutPictures(page, email, { width: 320 })
  for (const width of [320, 640]) {
    await resize(page, width)
    await add('images blocked', () => findAll(page, findOverflow, findLostPictures, findLowContrast))
  }
  await page.evaluate(recolourAsOutlook)
  await add('dark', () => page.evaluate(findLowContrast))
}

async function lookFromRightToLeft(page: Page, email: MadeEmail, add: Add): Promise<void> {
  await show(page, email, { width: 320 })
  await add('right to left', () => page.evaluate(findOverflow))
  await resize(page, 640)
  await add('right to left', async () => [
    ...(await findFaults(page)),
    ...(await findAll(page, findOverflow, findLowContrast, findSmallTargets, findWrongDirection)),
  ])
}
