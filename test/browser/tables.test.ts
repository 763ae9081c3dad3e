/**
 * Tables of data in a real browser: on no screen is one wider than the text or has a short word in two lines, whatever else is in the
 * table. Its rows become records where its words do not fit.
 */
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { inBrowser, once, resize } from './in-browser.ts'
import { makeNewsletter, templates } from './make-emails.ts'
import { browserPath } from './open-browser.ts'
import { findOverflow, removeStyles } from './pages.ts'

const dataTables = 'table:not([role])'

const browser = inBrowser(async (out) => {
  const folder = join(import.meta.dirname, 'tables')
  const emails = templates.map((template) => makeNewsletter(folder, template, out, template))
  return (await Promise.all(emails)).flat()
})

const survey = once(() =>
  browser.survey(
    'tables',
    { width: 640 },
    {
      async words(page) {
        const found: string[] = []
        for (const width of [320, 375, 640]) {
          await resize(page, width)
          const wrong = [
            ...(await page.evaluate(findOverflow)),
            ...(await page.evaluate(findBrokenWords, dataTables)),
          ]
          found.push(...wrong.map((fault) => `at ${width} px: ${fault}`))
        }
        return found
      },
      async records(page) {
        await resize(page, 320)
        return page.evaluate(findRecordFaults)
      },
      async wordsWithoutStyles(page, { name }) {
        if (name.includes('/long-words')) return []
        await page.evaluate(removeStyles)
        await resize(page, 640)
        return page.evaluate(findBrokenWords, 'table:not([role]):not(:has(tr > :nth-child(5)))')
      },
    },
  ),
)

describe.skipIf(!browserPath)('tables of data', () => {
  test('have no short word in two lines, and scroll nowhere, at 320, 375 and 640 px', async () => {
    expect((await survey()).words).toEqual({})
  })

  test('become records of headers and values where they do not fit', async () => {
    expect((await survey()).records).toEqual({})
  })

  test('of up to four columns of short words keep these whole on a wide screen without style sheets, too', async () => {
    expect((await survey()).wordsWithoutStyles).toEqual({})
  })
})

/** The words of up to 24 letters or 14 other characters (six in Chinese and Japanese) and numbers that are in more than one line. */
function findBrokenWords(tables: string): string[] {
  const broken: string[] = []
  const isShort = (word: string) =>
    /[\u3040-\u30ff\u3400-\u9fff]/.test(word)
      ? word.length <= 6
      : word.length <= 14 || /^(?:\p{L}{1,24}\p{P}?|[\d.,]+)$/u.test(word)
  for (const table of document.querySelectorAll(tables)) {
    const walker = document.createTreeWalker(table, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const { 0: word, index } of (node.nodeValue ?? '').matchAll(/\S+/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        const lines = new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 4)))
        if (isShort(word) && lines.size > 1) broken.push(word)
      }
    }
  }
  return broken
}

/** Records without their headers, and tables that are none but show headers in their cells. */
function findRecordFaults(): string[] {
  const faults: string[] = []
  let records = 0
  for (const table of document.querySelectorAll('table:not([role])')) {
    const isRecord = getComputedStyle(table).display === 'block'
    if (isRecord) records += 1
    for (const key of table.querySelectorAll('.key'))
      if (key.checkVisibility() !== isRecord) faults.push(`${isRecord}: ${key.textContent}`)
    const head = table.querySelector('thead')
    if (head?.checkVisibility() === isRecord) faults.push(`${isRecord}: ${head.textContent?.trim()}`)
  }
  return records > 0 ? faults : ['no records']
}
