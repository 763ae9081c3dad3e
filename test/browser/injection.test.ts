/**
 * Merge tags with markup, quotation marks, addresses and styles in them, of every dialect and in every place, with the
 * finished pages opened in Chromium: as they are written, with all tags left out, and as the engines that run on Node
 * fill them in. Nothing of an attack may run, load or be in the document.
 */
import Handlebars from 'handlebars'
import { Liquid } from 'liquidjs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTagPattern } from '../../src/merge-tags/tag-pattern.ts'
import { resolveDialects, resolveTarget } from '../../src/targets/resolve-target.ts'
import { findRemains } from './find-remains.ts'
import { attackForms, attacks, createIssue, createShortIssue, targetOf } from './injection.ts'
import { createConfig, createShortRenderer, renderPages, validateLines } from './injection-newsletter.ts'
import { browserPath, openBrowser } from './open-browser.ts'

let page: Page
const asked: string[] = []

beforeAll(async () => {
  if (!browserPath) return
  const browser = await openBrowser()
  page = await browser.newPage()
  await page.route('**/*', (route) => {
    const url = route.request().url()
    if (url === 'https://pages.test/') return route.fulfill({ contentType: 'text/html', body: '' })
    asked.push(url)
    return route.abort()
  })
  await page.goto('https://pages.test/')
})
afterAll(() => page?.close())

/** What attacks have left in documents, each opened in a frame of its own; equal documents are opened once. */
async function open(documents: Record<string, string>): Promise<string[]> {
  asked.length = 0
  const different = new Map(Object.entries(documents).map(([name, html]) => [html, name]))
  const entries = [...different].map(([html, name]) => [name, html] as const)
  const found: string[] = []
  for (let index = 0; index < entries.length; index += 100)
    found.push(...(await page.evaluate(findRemains, Object.fromEntries(entries.slice(index, index + 100)))))
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

interface Attack {
  name: string
  form: string
  attack: string
  tag: string
}

/** Every form with every attack, or a share of these: `ALL=1` tries all in every place, for minutes. */
function listAttacks(target: string, share = 1, forms = Object.keys(attackForms)): Attack[] {
  const all = Object.keys(attackForms).flatMap((form, shift) =>
    Object.entries(attacks)
      .filter((_, index) => process.env.ALL !== undefined || (index + shift) % share === 0)
      .map(([name, attack]) => ({ name, form, attack, tag: attackForms[form]?.(attack) ?? '' })),
  )
  return all.filter(({ form }) => targetOf(form) === target && forms.includes(form))
}

function splitInto<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  )
}

const allTargets = [...new Set(Object.keys(attackForms).map(targetOf))]

describe.skipIf(!browserPath)('nothing of an attack is left', () => {
  const filled = new Map<string, number>()

  test.each(allTargets)(
    'in every place of an issue, for the target %s',
    async (target) => {
      for (const [index, some] of splitInto(listAttacks(target, 4), 12).entries()) {
        const value = createIssue(some.map(({ tag }) => tag))
        const { pages } = await renderPages(value, { target, styled: index === 1 })
        expect(Object.keys(pages).length).toBeGreaterThan(8)
        expect(await open(pages)).toEqual([])
      }
    },
    300_000,
  )

  test.each(allTargets)(
    'in every text of the config, the sponsors and the wording, for the target %s',
    async (target) => {
      for (const some of splitInto(listAttacks(target, 4), 12)) {
        const { settings, words } = createConfig(some.map(({ tag }) => tag).join(' '))
        const value = createIssue(['x'])
        const { pages, messages } = await renderPages(value, { target, config: settings, words })
        expect(await open(pages)).toEqual([])
        const isReported = some.some(({ tag, attack }) => attack.includes('<') && isMarkupInTag(tag, target))
        const reported = messages.filter((reason) => / in `[\w.]+` of the config$/.test(reason))
        if (isReported) expect(reported).not.toEqual([])
      }
    },
    300_000,
  )

  test.each(allTargets)(
    'filled in, for the target %s',
    async (target) => {
      const render = createShortRenderer(target)
      const documents: Record<string, string> = {}
      for (const { name, form, tag } of listAttacks(target, 2)) {
        const html = await render(createShortIssue(tag))
        for (const [engine, fill] of Object.entries(engines))
          try {
            documents[`${form}, ${name}, ${engine}`] = fill(html)
            filled.set(engine, (filled.get(engine) ?? 0) + 1)
          } catch {
            // An engine that refuses the email sends nothing.
          }
      }
      expect(await open(documents)).toEqual([])
    },
    300_000,
  )

  test('and the engines have filled in many', () => {
    for (const engine of Object.keys(engines)) expect(filled.get(engine), engine).toBeGreaterThan(40)
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

/** A tag of the target's dialects in the text with the start of an element in it. */
function isMarkupInTag(tag: string, target: string): boolean {
  const pattern = createTagPattern(resolveDialects(resolveTarget({ customTargets: {} }, target)))
  return (tag.match(pattern) ?? []).some((each) => /<[a-z/]/.test(each))
}

describe('an attack in the config is an error at its line', () => {
  test.each(allTargets.filter((target) => target !== 'angles'))('for the target %s', (target) => {
    const attacked = listAttacks(target).filter(
      ({ tag, attack }) => attack.includes('<') && isMarkupInTag(tag, target),
    )
    expect(attacked.length).toBeGreaterThan(3)
    for (const { form, name, tag } of attacked) {
      const { yaml } = createConfig(tag)
      const { reported, attacked: lines } = validateLines(yaml, target)
      expect(
        lines.filter((line) => !reported.has(line)),
        `${form}, ${name}`,
      ).toEqual([])
    }
  })
})
