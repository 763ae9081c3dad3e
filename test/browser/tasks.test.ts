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

/** The texts that reach beyond the content of what they are in: a cell, a block of code or a quotation. Its own box does not tell. */
function findWordsOutside(): string[] {
  const items = [...document.querySelectorAll('li')]
  if (items.length !== 12) return [`${items.length} items instead of 12`]
  return items.flatMap((item) => {
    const outside: string[] = []
    const walker = document.createTreeWalker(item, NodeFilter.SHOW_TEXT)
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const box = text.parentElement?.closest('td, pre, blockquote')
      if (!box || text.nodeValue?.trim() === '') continue
      const { left, right } = box.getBoundingClientRect()
      const { paddingLeft, paddingRight } = getComputedStyle(box)
      const words = document.createRange()
      words.selectNodeContents(text)
      const rects = [...words.getClientRects()].filter(({ width }) => width > 0)
      const before = left + Number.parseFloat(paddingLeft) - Math.min(...rects.map((rect) => rect.left))
      const after = Math.max(...rects.map((rect) => rect.right)) - (right - Number.parseFloat(paddingRight))
      if (before > 0.5 || after > 0.5)
        outside.push(`${Math.round(Math.max(before, after))} px: ${text.nodeValue?.trim()}`)
    }
    return outside
  })
}
