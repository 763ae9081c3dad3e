/**
 * A webmail shows the mail in its own page, whose style gets in wherever the mail says nothing on the element itself
 * (clients.md, section 10: Roundcube). What matters stays as it is, with the mail's style sheets and without them.
 */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { inBrowser, once, resize } from './in-browser.ts'
import { browserPath } from './open-browser.ts'
import { findOverflow, removeStyles } from './pages.ts'

const browser = inBrowser()
const width = 640

/** What Bootstrap's reset does, which Roundcube's skin uses, and worse. */
const pageStyle = `
h1, h2, h3, h4, h5, h6 { margin: 0 0 8px; font-family: monospace; font-weight: normal; font-size: 16px; line-height: 1; color: #ff0000 }
p { margin: 2em; line-height: 1 }
a, a:not([href]) { color: #0000ff; text-decoration: none; background: transparent }
ul, ol { margin: 0 0 1em; padding: 0 0 0 40px }
blockquote { margin: 0 0 1em; padding: 2px 8px; border-left: 2px solid #0000ff; color: #0000ff; font-size: 90%; background-color: rgba(241, 243, 244, 0.5) }
code, kbd, pre, samp { font-family: serif; font-size: 14px; color: #e83e8c; background: #ffff00 }
pre { margin: 0; padding: 9px; border: 1px solid #cccccc; line-height: 1.42; white-space: pre }
kbd { color: #ffffff; background: #212529 }
table { border-collapse: collapse; border-spacing: 0 }
td, th { line-height: 1 }
th { text-align: inherit }
img { border-style: none }
`

/** The properties that make the look. */
const looks: Record<string, string[]> = {
  h1: ['font-weight', 'font-size', 'line-height', 'font-family', 'margin'],
  h2: ['font-weight', 'font-size', 'line-height', 'font-family', 'margin'],
  h3: ['font-weight', 'font-size', 'line-height', 'font-family', 'margin'],
  'h4, h5, h6': ['font-weight', 'font-size', 'line-height', 'font-family', 'margin'],
  p: ['margin'],
  'h1, h2, h3, h4, h5, h6': ['color'],
  a: ['color', 'text-decoration-line'],
  '.foot a, td + td > a': ['color'],
  'ul, ol': ['margin', 'padding'],
  blockquote: ['margin', 'padding', 'border', 'color', 'font-size', 'background-color'],
  'th, td': ['text-align'],
  pre: [
    'margin',
    'padding',
    'color',
    'background-color',
    'font-size',
    'font-family',
    'line-height',
    'white-space',
  ],
  'pre code, pre span': ['color', 'background-color', 'font-size', 'font-family', 'padding'],
  'p code, li code': ['font-size', 'font-family', 'color', 'background-color', 'padding', 'border'],
  li: ['margin'],
  kbd: ['font-size', 'font-family', 'padding', 'border'],
  'a[style*="inline-block"]:not(:has(img)), a[style*="display:block"]': [
    'color',
    'background-color',
    'padding',
    'border',
    'text-decoration-line',
  ],
}

/** The mails are opened once for all looks with their style sheets, and once for all without them. */
const styled = once(() =>
  browser.survey(
    'webmail-styled',
    { width },
    {
      async fonts(page) {
        const fonts = {
          '.frame :is(p, li, td, th, h1, h2, h3, a, span, code, pre):not(:has(table))': ['font-family'],
        }
        const before = await read(page, fonts)
        const style = await page.addStyleTag({ content: '* { font-family: monospace }' })
        const after = await read(page, fonts)
        await style.evaluate((element) => (element as Element).remove())
        return differences(before, after)
      },
      async looks(page) {
        const before = await read(page, looks)
        await addPageStyle(page)
        return differences(before, await read(page, looks))
      },
    },
  ),
)

const plain = once(() =>
  browser.survey(
    'webmail',
    { width },
    {
      async looks(page) {
        await page.evaluate(removeStyles)
        const before = await read(page, looks)
        await addPageStyle(page)
        const after = await read(page, looks)
        expect(before.length).toBeGreaterThan(10)
        return differences(before, after)
      },
      // The page's style is there since the look before.
      wideAt640: (page) => page.evaluate(findOverflow),
      async wideAt320(page) {
        await resize(page, 320)
        return page.evaluate(findOverflow)
      },
    },
  ),
)

describe.skipIf(!browserPath)('in a page with a style of its own', () => {
  test('the mail keeps its looks without its style sheets', async () => {
    expect((await plain()).looks).toEqual({})
  })

  test('the mail keeps its looks with its style sheets', async () => {
    expect((await styled()).looks).toEqual({})
  })

  test('a font for everything is no font of the mail where its style sheets are kept', async () => {
    expect((await styled()).fonts).toEqual({})
  })

  test.each([
    [320, 'wideAt320'],
    [640, 'wideAt640'],
  ] as const)('nothing overflows at %i px', async (_, look) => {
    expect((await plain())[look]).toEqual({})
  })
})

/** Before the mail's own sheets, as a page's style comes before what is shown in it. */
async function addPageStyle(page: Page): Promise<void> {
  await page.evaluate((css) => {
    const style = document.createElement('style')
    style.textContent = css
    document.head.prepend(style)
  }, pageStyle)
}

async function read(page: Page, wanted: Record<string, string[]>): Promise<string[]> {
  return page.evaluate(
    (rules) =>
      Object.entries(rules).flatMap(([selector, names]) =>
        [...document.querySelectorAll(selector)].map((element) => {
          const style = getComputedStyle(element)
          const said = names
            .map((name) => `${name}: ${style.getPropertyValue(name).replace('-webkit-', '')}`)
            .join('; ')
          return `${selector} «${(element.textContent ?? '').trim().slice(0, 30)}» ${said}`
        }),
      ),
    wanted,
  )
}

function differences(before: string[], after: string[]): string[] {
  return before.flatMap((line, index) => (line === after[index] ? [] : [`${line}\n  became ${after[index]}`]))
}
