/**
 * What people with other senses, other eyes and other scripts get: axe-core's rules in both modes, contrast in every way
 * that clients draw the dark, headings in order, tables told apart, lines that run from right to left.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findFaults } from './axe.ts'
import { inBrowser, once } from './in-browser.ts'
import type { MadeEmail } from './make-emails.ts'
import { browserPath } from './open-browser.ts'
import {
  dropAtRules,
  findLowContrast,
  findWrongDirection,
  recolourAsOutlook,
  removeStyles,
  wrapAsThunderbird,
} from './pages.ts'

const browser = inBrowser()
const width = 640

/** In each mode the emails are opened once; what is found is told test by test. */
const surveys = {
  light: once(() => survey('light')),
  dark: once(() => survey('dark')),
}

function survey(colorScheme: 'light' | 'dark') {
  return browser.survey(
    colorScheme,
    { width, colorScheme },
    {
      contrast: (page) => page.evaluate(findLowContrast),
      headings: findHeadings,
      tables: findTables,
      language: findLanguage,
      direction: (page) => page.evaluate(findWrongDirection),
      axe: findFaults,
      async plainContrast(page) {
        await page.evaluate(removeStyles)
        return page.evaluate(findLowContrast)
      },
      plainDirection: (page) => page.evaluate(findWrongDirection),
    },
  )
}

describe.skipIf(!browserPath).each(['light', 'dark'] as const)('in %s mode', (mode) => {
  test.each([
    ['axe-core finds nothing', 'axe'],
    ['all text stands out', 'contrast'],
    ['all text stands out without style sheets', 'plainContrast'],
    ['every email has one heading of level 1, and skips no level', 'headings'],
    ['every email tells tables of data from tables of layout', 'tables'],
    [
      'every email names its language and direction, also within the body, which webmail keeps alone',
      'language',
    ],
    ['lines from right to left are at the right, addresses and code from left to right', 'direction'],
    ['they are there without style sheets', 'plainDirection'],
  ] as const)('%s', async (_, look) => {
    expect((await surveys[mode]())[look]).toEqual({})
  })
})

describe.skipIf(!browserPath)('in the dark, all text stands out', () => {
  test('as Thunderbird draws it, which reads `<style media>` only', () =>
    browser.each('contrast-thunderbird', { width, colorScheme: 'dark' }, async (page) => {
      const dark = await page.evaluate(groundOfText)
      await page.evaluate(dropAtRules)
      await page.evaluate(wrapAsThunderbird)
      expect(await page.evaluate(groundOfText)).toBe(dark)
      return page.evaluate(findLowContrast)
    }))

  test('nothing is dark by day where a washer takes `media` off a sheet: Roundcube, Nextcloud', () =>
    browser.each('washed-light', { width, colorScheme: 'light' }, async (page) => {
      const light = await page.evaluate(groundOfText)
      await page.evaluate(() => {
        for (const sheet of document.querySelectorAll('style')) sheet.removeAttribute('media')
      })
      expect(await page.evaluate(groundOfText)).toBe(light)
      return page.evaluate(findLowContrast)
    }))

  test('as Outlook.com and the Outlook apps recolour it', () =>
    browser.each('contrast-outlook', { width, colorScheme: 'light' }, async (page) => {
      await page.evaluate(recolourAsOutlook)
      return page.evaluate(findLowContrast)
    }))
})

test('the rules are those of the axe-core that was meant', () => {
  const { version } = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve('axe-core/package.json'), 'utf8'),
  )
  expect(version).toMatch(/^4\.14\./)
})

function groundOfText(): string {
  const cell = document.querySelector('td td') ?? document.body
  return `${getComputedStyle(cell).backgroundColor} ${getComputedStyle(cell).color}`
}

async function findHeadings(page: Page): Promise<string[]> {
  const levels = await page.evaluate(() =>
    [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ tagName }) => Number(tagName[1])),
  )
  const skipped = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)
  const isFine = levels.filter((level) => level === 1).length === 1 && skipped.length === 0
  return isFine ? [] : [levels.join(' ')]
}

function findTables(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('table')]
      .filter((table) => {
        const heads = [...table.querySelectorAll('th')].filter((head) => head.closest('table') === table)
        return table.getAttribute('role') === 'presentation'
          ? heads.length > 0 || table.querySelector(':scope > caption')
          : heads.length === 0 || heads.some((head) => !head.getAttribute('scope'))
      })
      .map(({ textContent }) => textContent ?? ''),
  )
}

async function findLanguage(page: Page, { matter }: MadeEmail): Promise<string[]> {
  const named = await page.evaluate(() =>
    [document.documentElement, document.querySelector('body > [role=article]')].map((element) =>
      [element?.getAttribute('lang'), element?.getAttribute('dir')].join(' '),
    ),
  )
  return named.filter((each) => each !== `${matter.lang} ${matter.dir}`)
}
