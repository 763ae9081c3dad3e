/**
 * The emails in a real browser: nothing overflows on a phone, whatever the content, with the style sheet and without it
 * (Gmail drops it for some accounts), with pictures and without them; links that stand alone can be tapped.
 */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { inBrowser, resize, showWithoutPictures } from './in-browser.ts'
import { kitchenSink } from './make-emails.ts'
import { browserPath } from './open-browser.ts'
import { dropPercentages, findLostPictures, findOverflow, findSmallTargets, removeStyles } from './pages.ts'

const browser = inBrowser()
const widths = [320, 375, 414, 640]

/** What a client takes away before it shows an email. */
const losses: [string, (page: Page) => Promise<void>][] = [
  ['as it is', async () => {}],
  ['without its style sheets', (page) => page.evaluate(removeStyles)],
  ['where percentages of pictures are dropped', (page) => page.evaluate(dropPercentages)],
]

describe.skipIf(!browserPath)('no email overflows at 320, 375, 414 and 640 px', () => {
  test.each(losses)('%s', (name, lose) =>
    browser.each(`wide ${name}`, { width: 640 }, async (page) => {
      await lose(page)
      return atEachWidth(page)
    }),
  )

  test('with pictures blocked, whose words are there', () =>
    browser.each('wide with pictures blocked', { width: 640 }, async (page, email) => {
      await showWithoutPictures(page, email, { width: 640 })
      const styled = await atEachWidth(page, findLostPictures)
      await page.evaluate(removeStyles)
      return [...styled, ...(await atEachWidth(page, findLostPictures))]
    }))
})

async function atEachWidth(page: Page, look: () => string[] = () => []): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await resize(page, width)
    const wrong = [...(await page.evaluate(findOverflow)), ...(await page.evaluate(look))]
    found.push(...wrong.map((fault) => `at ${width} px: ${fault}`))
  }
  return found
}

describe.skipIf(!browserPath)('every email', () => {
  test.each(['with', 'without'])(
    'has room for a fingertip on links that stand alone, %s its style sheets',
    (how) =>
      browser.each(`targets-${how}`, { width: 375 }, async (page) => {
        if (how === 'without') await page.evaluate(removeStyles)
        return page.evaluate(findSmallTargets)
      }),
  )

  test('shows all of its pictures', () =>
    browser.each('pictures', { width: 640 }, (page) =>
      page.evaluate(() =>
        [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
      ),
    ))

  test('hides its preheader', () =>
    browser.each('preheader', { width: 640 }, async (page, { preheader }) => {
      expect(preheader).not.toBe('')
      expect(await page.locator('body').textContent()).toContain(preheader)
      return (await page.locator('body > div').first().isVisible()) ? [preheader] : []
    }))
})

test('a build writes bytes of its own for each picture that an email names', async () => {
  const out = mkdtempSync(join(tmpdir(), 'issuepress-pictures-'))
  const { outcome, issues } = await build({ root: kitchenSink, out })
  expect(outcome).toBe('built')
  expect(issues.length).toBeGreaterThan(3)
  for (const { slug } of issues) {
    const html = readFileSync(join(out, slug, 'email.html'), 'utf8')
    const named = new Set([...html.matchAll(/src="images\/([^"]+)"/g)].map((match) => match[1]))
    expect(readdirSync(join(out, slug, 'images')).sort()).toEqual([...named].sort())
  }
  rmSync(out, { recursive: true, force: true })
})
