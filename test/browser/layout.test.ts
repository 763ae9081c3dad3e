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
import { findAll, inBrowser, once, resize } from './in-browser.ts'
import { kitchenSink, type MadeEmail } from './make-emails.ts'
import { browserPath } from './open-browser.ts'
import { dropPercentages, findLostPictures, findOverflow, findSmallTargets, removeStyles } from './pages.ts'

const browser = inBrowser()
const widths = [320, 375, 414, 640]

/** The emails are opened once for these looks, the last of which change the page. */
const survey = once(() =>
  browser.survey(
    'layout',
    { width: 640 },
    {
      pictures: (page) =>
        page.evaluate(() =>
          [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
        ),
      preheader: findShownPreheader,
      wide: (page) => atEachWidth(page),
      targets: (page) => findSmallTargetsOnPhone(page),
      async wideWithoutPercentages(page) {
        await page.evaluate(dropPercentages)
        return atEachWidth(page)
      },
    },
  ),
)

/** The same for what clients without style sheets show. */
const plainSurvey = once(() =>
  browser.survey(
    'layout without style sheets',
    { width: 640 },
    {
      async wide(page) {
        await page.evaluate(removeStyles)
        return atEachWidth(page)
      },
      targets: (page) => findSmallTargetsOnPhone(page),
    },
  ),
)

describe.skipIf(!browserPath)('no email overflows at 320, 375, 414 and 640 px', () => {
  test('as it is', async () => {
    expect((await survey()).wide).toEqual({})
  })

  test('without its style sheets', async () => {
    expect((await plainSurvey()).wide).toEqual({})
  })

  test('where percentages of pictures are dropped', async () => {
    expect((await survey()).wideWithoutPercentages).toEqual({})
  })

  test('with pictures blocked, whose words are there', () =>
    browser.each('wide with pictures blocked', { width: 640, picturesBlocked: true }, async (page) => {
      const styled = await atEachWidth(page, findLostPictures)
      await page.evaluate(removeStyles)
      return [...styled, ...(await atEachWidth(page, findLostPictures))]
    }))
})

async function atEachWidth(page: Page, look: () => string[] = () => []): Promise<string[]> {
  const found: string[] = []
  for (const width of widths) {
    await resize(page, width)
    const wrong = await findAll(page, findOverflow, look)
    found.push(...wrong.map((fault) => `at ${width} px: ${fault}`))
  }
  return found
}

describe.skipIf(!browserPath)('every email', () => {
  test.each([
    ['with', survey],
    ['without', plainSurvey],
  ] as const)('has room for a fingertip on links that stand alone, %s its style sheets', async (_, find) => {
    expect((await find()).targets).toEqual({})
  })

  test('shows all of its pictures', async () => {
    expect((await survey()).pictures).toEqual({})
  })

  test('hides its preheader', async () => {
    expect((await survey()).preheader).toEqual({})
  })
})

async function findSmallTargetsOnPhone(page: Page): Promise<string[]> {
  await resize(page, 375)
  return page.evaluate(findSmallTargets)
}

async function findShownPreheader(page: Page, { preheader }: MadeEmail): Promise<string[]> {
  expect(preheader).not.toBe('')
  expect(await page.locator('body').textContent()).toContain(preheader)
  return (await page.locator('body > div').first().isVisible()) ? [preheader] : []
}

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
