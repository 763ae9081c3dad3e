/** The emails of the sample and of the kitchen sink, through every client of the data. */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import { beforeAll, describe, expect, test } from 'vitest'
import { splitWords } from '../../../src/checks/readers/split-words.ts'
import { readImage } from '../../../src/files/read-image.ts'
import { findElement } from '../../../src/hast/find-element.ts'
import { serialize } from '../../../src/html/serialize.ts'
import { platforms } from '../../../src/mail-clients/features.ts'
import { locateElements } from '../../../src/preview/view/locate-elements.ts'
import { renderView, type View, type ViewOptions } from '../../../src/preview/view/render-view.ts'
import { render } from '../../../src/render/render.ts'
import { kitchenSink, openNewsletter, templates } from '../../browser/make-emails.ts'
import { browserPath, openBrowser } from '../../browser/open-browser.ts'

interface LocatedEmail {
  name: string
  html: string
}

const emails: LocatedEmail[] = []
beforeAll(async () => {
  for (const template of templates) emails.push(...(await locateAll(template)))
})

async function locateAll(template: string): Promise<LocatedEmail[]> {
  const { settings, themes, issues, slugs } = await openNewsletter(kitchenSink, template)
  return Promise.all(
    issues.map(async ({ file }) => {
      const { convertMarked, issue } = await render(file, {
        settings,
        themes,
        readImage: (path) => readImage(kitchenSink, path),
        readResults: (path) => readImage(kitchenSink, path),
        slugOf: (path) => slugs.get(path),
        checks: [],
      })
      const files = themes.get(template)?.files ?? new Map()
      return {
        name: `${template}/${issue.matter.slug}`,
        html: convertMarked((marked) => locateElements(marked, file, files)),
      }
    }),
  )
}

function look(html: string, options: Partial<ViewOptions> = {}): View {
  return renderView(html, { dark: false, images: true, styles: true, client: null, ...options })
}

function toBody(html: string): Root | Element {
  const document = fromHtml(html)
  return findElement(document, 'body') ?? document
}

/** Without what is hidden by a style of its own. */
function toShownText(tree: Root | Element): string {
  const shown = structuredClone(tree)
  visit(shown, 'element', (element, index, parent) => {
    if (index === undefined || !parent || !/display:none/.test(String(element.properties.style ?? ''))) return
    parent.children.splice(index, 1)
    return index
  })
  return toText(shown)
}

function toPlaces(html: string): string[] {
  const places = new Set<string>()
  visit(toBody(html), 'element', ({ properties }) => {
    if (properties.dataAt !== undefined) places.add(String(properties.dataAt))
  })
  return [...places]
}

function everyEmail(): LocatedEmail[] {
  expect(emails.length).toBeGreaterThan(7)
  return emails
}

/** The longest: the others have nothing more in them for a client to take. */
function longest(): LocatedEmail {
  const email = emails.find(({ name }) => name === 'default/everything')
  if (!email) throw new Error('No such issue')
  return email
}

test.each(platforms)('as %s an email keeps its words and its places', (client) => {
  const { html } = longest()
  const view = look(html, { client })
  // A button's words stand in its VML there, and its link is hidden.
  const toBodyText = client === 'outlook.windows' ? toShownText : toText
  expect(splitWords(toBodyText(toBody(view.html)))).toEqual(splitWords(toBodyText(toBody(html))))
  expect(toPlaces(view.html)).toEqual(toPlaces(html))
  // A browser makes the tree of it that is meant.
  expect(serialize(fromHtml(view.html)) === view.html).toBe(true)
  const keys = view.losses.map(({ what, feature }) => `${what} ${feature}`)
  expect(new Set(keys).size).toBe(keys.length)
  for (const { url, title } of view.losses)
    expect(url + title).toMatch(/^https:\/\/www\.caniemail\.com\/features\/[\w-]+\/./)
})

test.each(['gmail.mobile-webmail', 'laposte.ios', 'web-de.desktop-webmail'])(
  'without `<style>`, as in %s, an email has what stands inline',
  (client) => {
    for (const { html } of everyEmail()) {
      const view = look(html, { client })
      expect(view.html.replace(/<!--.*?-->/gs, '').includes('<style')).toBe(false)
      expect(view.html).toContain('style="')
      const sheets = view.losses.find(({ what }) => what === '<style>')
      expect(sheets).toMatchObject({ feature: 'html-style', count: 2 })
    }
  },
)

describe('as classic Outlook', () => {
  test('an email has its ghost table, no round corners, and its button in VML', () => {
    for (const { name, html } of everyEmail()) {
      const view = look(html, { client: 'outlook.windows' })
      expect(view.html, name).toMatch(/<table width="(600|580)" align="center"/)
      expect(view.html.replace(/display:inline-flex[^"]*/g, ''), name).not.toContain('border-radius')
      expect(view.html, name).not.toMatch(/<style[^>]*>[^<]*@media|<xml|<v:|<!--\[if /)
    }
    const { losses, html } = look(longest().html, {
      client: 'outlook.windows',
    })
    expect(html).toMatch(
      /<a href="[^"]*"(?: data-at="[^"]*")? style="display:inline-flex;[^"]*border-radius:5\.8px/,
    )
    expect(losses.find(({ what }) => what === 'border-radius: 6px')).toMatchObject({
      feature: 'css-border-radius',
      // The shipped template has it by design.
      at: null,
    })
  })

  test('others see nothing of what is meant for it', () => {
    for (const { html } of everyEmail()) {
      const { html: view } = look(html, { client: 'outlook.outlook-com' })
      expect(view.replace(/<!--.*?-->/gs, '')).not.toMatch(/<v:|<table width="(600|580)"/)
    }
  })
})

test('a view is the same whenever it is made', () => {
  for (const { html } of everyEmail())
    expect(look(html, { client: 'outlook.windows' })).toEqual(look(html, { client: 'outlook.windows' }))
})

describe.skipIf(!browserPath)('in a browser', () => {
  test.each([
    ['dark', 'light', 'rgb(15, 13, 12)'],
    ['light', 'dark', 'rgb(245, 240, 231)'],
  ] as const)('an email is %s in a browser that is %s', async (mode, other, expected) => {
    const page = await (await openBrowser()).newPage({ colorScheme: other })
    try {
      const { html } = look(longest().html, {
        dark: mode === 'dark',
      })
      await page.setContent(html)
      const found = await page.evaluate(() => ({
        ground: getComputedStyle(document.body).backgroundColor,
        scheme: getComputedStyle(document.documentElement).colorScheme,
      }))
      expect(found).toEqual({ ground: expected, scheme: mode })
    } finally {
      await page.close()
    }
  })
})
