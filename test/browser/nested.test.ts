/** Blocks in other blocks in a real browser: numbers stay whole, columns are used, and no block has the style of the one around it. */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inBrowser, once, resize } from './in-browser.ts'
import { makeNewsletter, templates } from './make-emails.ts'
import { browserPath } from './open-browser.ts'
import { findOverflow } from './pages.ts'

const browser = inBrowser(async (out) => {
  const folder = join(import.meta.dirname, 'nested')
  const emails = templates.map((template) => makeNewsletter(folder, template, out, template))
  return (await Promise.all(emails)).flat()
})

const survey = once(() =>
  browser.survey(
    'nested',
    { width: 640 },
    {
      async numbers(page) {
        const found: string[] = []
        for (const width of [320, 375, 640]) {
          await resize(page, width)
          const wrong = [...(await page.evaluate(findOverflow)), ...(await page.evaluate(findBrokenNumbers))]
          found.push(...wrong.map((fault) => `at ${width} px: ${fault}`))
        }
        return found
      },
      async columns(page) {
        await resize(page, 640)
        return page.evaluate(findStacked)
      },
      async cells(page) {
        await resize(page, 640)
        return page.evaluate(findBorderedCells)
      },
    },
  ),
)

describe.skipIf(!browserPath)('blocks in other blocks', () => {
  test('have no number in two lines at 320, 375 and 640 px', async () => {
    expect((await survey()).numbers).toEqual({})
  })

  test('are beside each other in columns on a wide screen, in a panel too', async () => {
    expect((await survey()).columns).toEqual({})
  })

  test('have no edges of the block around them', async () => {
    expect((await survey()).cells).toEqual({})
  })
})

/** The numbers that are in more than one line. */
function findBrokenNumbers(): string[] {
  const broken: string[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const { 0: number, index } of (node.nodeValue ?? '').matchAll(/\d[\d.,]+/g)) {
      const range = document.createRange()
      range.setStart(node, index)
      range.setEnd(node, index + number.length)
      if (range.getClientRects().length > 1) broken.push(number)
    }
  }
  return broken
}

/** The columns that are below the first one of their row. */
function findStacked(): string[] {
  return [...document.querySelectorAll('.column')]
    .filter((column) => {
      const first = column.parentElement?.querySelector('.column')
      return column.getBoundingClientRect().top !== first?.getBoundingClientRect().top
    })
    .map(({ textContent }) => (textContent ?? '').trim())
}

/** The cells in a cell with an edge at its side that have such an edge as well, though they are no callout. */
function findBorderedCells(): string[] {
  return [...document.querySelectorAll('.panel .data td, .panel .option')]
    .filter((cell) => getComputedStyle(cell).borderLeftWidth === '4px')
    .map(({ textContent }) => (textContent ?? '').trim())
}
