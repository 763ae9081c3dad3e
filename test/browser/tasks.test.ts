/** Task lists in a real browser, in issues of each direction with items of each: their boxes hang out, but not out of the text's column. */
import { join } from 'node:path'
import { describe, test } from 'vitest'
import { inBrowser, resize } from './in-browser.ts'
import { makeNewsletter, templates } from './make-emails.ts'
import { browserPath } from './open-browser.ts'

const browser = inBrowser(async (out) => {
  const folder = join(import.meta.dirname, 'tasks')
  const emails = templates.map((template) => makeNewsletter(folder, template, out, template))
  return (await Promise.all(emails)).flat()
})

describe.skipIf(!browserPath)('the words of a task list', () => {
  test('stay within the column of the text at 320, 375 and 640 px', async () => {
    await browser.each('tasks', { width: 640 }, async (page) => {
      const found: string[] = []
      for (const width of [320, 375, 640]) {
        await resize(page, width)
        const wrong = await page.evaluate(findWordsOutside)
        found.push(...wrong.map((fault) => `at ${width} px: ${fault}`))
      }
      return found
    })
  })
})

/** The items that reach beyond the content of the cell that they are in. An element's own box does not tell: it is as wide as before. */
function findWordsOutside(): string[] {
  const items = [...document.querySelectorAll('li')]
  if (items.length !== 10) return [`${items.length} items instead of 10`]
  return items.flatMap((item) => {
    const cell = item.closest('td')
    if (!cell) return [`no cell: ${item.textContent?.trim()}`]
    const { left, right } = cell.getBoundingClientRect()
    const { paddingLeft, paddingRight } = getComputedStyle(cell)
    const words = document.createRange()
    words.selectNodeContents(item)
    const rects = [...words.getClientRects()].filter(({ width }) => width > 0)
    const before = left + Number.parseFloat(paddingLeft) - Math.min(...rects.map((rect) => rect.left))
    const after = Math.max(...rects.map((rect) => rect.right)) - (right - Number.parseFloat(paddingRight))
    const isOutside = before > 0.5 || after > 0.5
    return isOutside ? [`${Math.round(Math.max(before, after))} px: ${item.textContent?.trim()}`] : []
  })
}
