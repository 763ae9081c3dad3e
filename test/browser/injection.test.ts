/**
 * Merge tags with markup, quotation marks, addresses and styles in them, of every dialect and in every place, with the
 * finished pages opened in Chromium: as they are written, with all tags left out, and as the engines that run on Node
 * fill them in. Nothing of an attack may run, load or be in the document.
 */
import Handlebars from 'handlebars'
import { Liquid } from 'liquidjs'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findRemains } from './find-remains.ts'
import { attackForms, attacks, createIssue, createShortIssue, renderPages, targetOf } from './injection.ts'
import { browserPath, openBrowser } from './open-browser.ts'

let browser: Browser
let page: Page
const asked: string[] = []

beforeAll(async () => {
  if (!browserPath) return
  browser = await openBrowser()
  page = await browser.newPage()
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url === 'https://pages.test/') return route.fulfill({ contentType: 'text/html', body: '' })
    asked.push(url)
    return route.abort()
  })
  await page.goto('https://pages.test/')
})
afterAll(() => browser?.close())

/** What attacks have left in documents, each opened in a frame of its own. */
async function open(documents: Record<string, string>): Promise<string[]> {
  asked.length = 0
  const found = await page.evaluate(findRemains, documents)
  return [...new Set([...found, ...asked.filter((url) => new URL(url).host === 'attack.test')])]
}

const liquid = new Liquid()
const anyTag =
  /\{\{\{?[^{}]*\}\}\}?|\{%[^%]*%\}|\*\|[^|]*\|\*|<%[^%]*%>|%%\{[^}]*\}%%|\{\$[^}]*\}|\[\[[a-z_]+(?: fallback="[^"]*")?\]\]|\[name[^\]]*\]|<<[^<>]*>>/g

const engines: Record<string, (text: string) => string> = {
  'without tags': (text) => text.replace(anyTag, ''),
  Liquid: (text) => liquid.parseAndRenderSync(text),
  Handlebars: (text) => Handlebars.compile(text)({}),
}

/**
 * Each form with a share of the attacks, another one for the next form, so that each attack is tried in many forms;
 * `ALL=1` tries each with each, for minutes.
 */
function listAttacks(form: string, share: number): [name: string, attack: string][] {
  const shift = Object.keys(attackForms).indexOf(form)
  return Object.entries(attacks).filter(
    (_, index) => process.env.ALL !== undefined || (index + shift) % share === 0,
  )
}

describe.skipIf(!browserPath)('nothing of an attack is left', () => {
  const filled = new Map<string, number>()

  test.each(Object.keys(attackForms))(
    'in %s, in every place',
    async (form) => {
      const tags = listAttacks(form, 5).map(([, attack]) => attackForms[form]?.(attack) ?? '')
      const { pages } = await renderPages(createIssue(tags), targetOf(form))
      expect(Object.keys(pages).length).toBeGreaterThan(8)
      expect(await open(pages)).toEqual([])
    },
    120_000,
  )

  test.each(Object.keys(attackForms))(
    'in %s, filled in',
    async (form) => {
      const documents: Record<string, string> = {}
      for (const [name, attack] of listAttacks(form, 4)) {
        const { email } = await renderPages(
          createShortIssue(attackForms[form]?.(attack) ?? ''),
          targetOf(form),
        )
        for (const [engine, fill] of Object.entries(engines))
          try {
            documents[`${name}, ${engine}`] = fill(email.html)
            filled.set(engine, (filled.get(engine) ?? 0) + 1)
          } catch {
            // An engine that refuses the email sends nothing.
          }
      }
      expect(await open(documents)).toEqual([])
    },
    120_000,
  )

  test('and the engines have filled in many', () => {
    for (const engine of Object.keys(engines)) expect(filled.get(engine), engine).toBeGreaterThan(20)
  })

  test('and the browser does show an attack', async () => {
    const attack =
      '<p style="background:url(https://attack.test/)"><img src=x onerror=attack()><a href="javascript:1">'
    expect(await open({ attack })).toEqual([
      'attack: a script ran',
      'attack: href="javascript:1"',
      'attack: onerror="attack()"',
      'attack: style="background:url(https://attack.test/)"',
      'https://attack.test/',
    ])
  })
})
