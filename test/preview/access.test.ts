/** The page for people who see, point and hear in other ways, and on windows of any size. */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findPageFaults } from '../browser/axe.ts'
import { browserPath } from '../browser/open-browser.ts'
import { hasJava, validate } from '../browser/vnu.ts'
import { chosenLine, emailOf, inPreview } from './in-preview.ts'
import { sora } from './sample.ts'

const preview = inPreview()

/** The page in a state that has much to show. */
const scenes: Record<string, (page: Page) => Promise<void>> = {
  'the email': async () => {},
  'a line': async (page) => {
    await emailOf(page).getByText('I have tried to keep').click()
    await chosenLine(page).waitFor()
  },
  'a client': async (page) => {
    await page.getByRole('combobox', { name: 'Client' }).selectOption('gmail.ios')
    await page.getByRole('tab', { name: /Removed \d/ }).waitFor()
  },
  'the inbox': (page) => page.getByRole('tab', { name: 'Inbox' }).click(),
  'the plaintext': (page) => page.getByRole('tab', { name: 'Plaintext' }).click(),
  'the HTML': async (page) => {
    await page.getByRole('tab', { name: 'HTML' }).click()
    await page.getByRole('searchbox', { name: 'Search the HTML' }).fill('sora')
    await page.locator('.code-line.current').waitFor()
  },
  'what is sent': async (page) => {
    await page.getByRole('tab', { name: 'Sent' }).click()
    await page.locator('.message').waitFor()
  },
  'light beside dark': async (page) => {
    await page.getByRole('tab', { name: 'Email' }).click()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('radio', { name: 'Light and dark' }).check()
    await page.locator('#compare iframe').first().waitFor()
  },
}

describe.skipIf(!browserPath).each(['light', 'dark'] as const)(
  'in %s mode, axe-core finds nothing',
  (colorScheme) => {
    test('in any view', async () => {
      const page = await preview.open({ colorScheme, bypassCSP: true })
      const faults: string[] = []
      for (const [name, act] of Object.entries(scenes)) {
        await act(page)
        faults.push(...(await findPageFaults(page)).map((fault) => `${name}: ${fault}`))
      }
      expect(faults).toEqual([])
    })

    test.each([700, 1024])('where there are problems, in a window of %i px', async (width) => {
      const { sample } = preview
      const before = sample.read(sora)
      sample.write(sora, `${before.replace(':::sponsor{', ':::sposnor{').replace('tags:', 'tgas:')}\nTK\n`)
      await sample.build()
      const page = await preview.open({ colorScheme, bypassCSP: true, viewport: { width, height: 900 } })
      await page.getByText('cannot be rendered').waitFor()
      if (width < 900) await page.getByRole('button', { name: 'Export' }).click()
      await page.getByRole('button', { name: 'Copy HTML' }).click()
      await page.getByText('Copied the HTML').waitFor()
      expect(await findPageFaults(page)).toEqual([])
      sample.write(sora, before)
      await sample.build()
    })
  },
)

describe.skipIf(!browserPath)('the page', () => {
  test.each([
    [700, 800],
    [1024, 768],
    [1600, 1000],
  ])('has room for everything at %i by %i', async (width, height) => {
    const page = await preview.open({ viewport: { width, height } })
    const lost = await page.evaluate(() =>
      [
        ...document.querySelectorAll<HTMLElement>(
          'button, select, input, a, [role=tab], h1, h2, #sheet, #source-lines',
        ),
      ]
        .filter((element) => element.checkVisibility() && !element.closest('nav'))
        .filter((element) => {
          const { left, right, width } = element.getBoundingClientRect()
          return width === 0 || left < 0 || right > window.innerWidth
        })
        .map(({ outerHTML }) => outerHTML.slice(0, 80)),
    )
    expect(lost).toEqual([])
    const root = await page.evaluate(() => [
      document.documentElement.scrollWidth <= window.innerWidth,
      document.documentElement.scrollHeight <= window.innerHeight,
    ])
    expect(root).toEqual([true, true])
    const stage = await page.locator('#view-email').boundingBox()
    expect(stage?.height).toBeGreaterThan(200)
  })

  test('can be used with keys, with the focus in sight at every step', async () => {
    const page = await preview.open()
    await expect.poll(() => page.getByRole('option').count()).toBeGreaterThan(50)
    const steps: string[] = []
    const unseen: string[] = []
    for (let step = 0; step < 40; step++) {
      await page.keyboard.press('Tab')
      const { name, isSeen } = await page.evaluate(describeFocus)
      if (name === 'BODY' || steps.includes(name)) break
      steps.push(name)
      if (!isSeen) unseen.push(name)
      // The email has links of its own, which are walked through by themselves.
      if (name === 'The email') await page.locator('#resize').focus()
    }
    expect(unseen).toEqual([])
    expect(steps).toEqual([
      'No problems',
      'filter',
      expect.stringContaining('Why this arrives'),
      expect.stringContaining('two chatbots'),
      expect.stringContaining('Will that model fit'),
      expect.stringContaining('Sora got out'),
      'Copy HTML',
      'Copy plaintext',
      'Download .eml',
      'Email',
      'Fit',
      'Light',
      'client',
      'More',
      'view-email',
      'The email',
      'Problems',
      'Hide panel',
      'problems',
      'Open in editor',
      'source-lines',
    ])
  })

  test('has tabs that arrows go through', async () => {
    const page = await preview.open()
    await page.getByRole('tab', { name: 'Email' }).focus()
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tab', { name: 'Inbox' }).getAttribute('aria-selected')).toBe('true')
    expect(await page.getByRole('tabpanel', { name: 'Inbox' }).isVisible()).toBe(true)
    await page.keyboard.press('End')
    expect(
      await page.getByRole('tab', { name: 'Sent' }).evaluate((tab) => tab === document.activeElement),
    ).toBe(true)
    await page.keyboard.press('ArrowRight')
    expect(await page.getByRole('tabpanel', { name: 'Email' }).isVisible()).toBe(true)
  })

  test('gives the panel’s room to the email, and shows it again for a line', async () => {
    const page = await preview.open({ viewport: { width: 1024, height: 768 } })
    // The panel is beside the email.
    const width = async () => (await page.locator('#view-email').boundingBox())?.width ?? 0
    await page.getByRole('button', { name: 'Show panel' }).click()
    const before = await width()
    await page.getByRole('button', { name: 'Hide panel' }).click()
    expect(await width()).toBeGreaterThan(before + 100)
    await emailOf(page).getByText('Welcome to a special edition').click()
    await chosenLine(page).waitFor()
    expect(await width()).toBe(before)
  })
})

test.skipIf(!hasJava)('the page is valid HTML', () => {
  expect(validate([join(import.meta.dirname, '../../src/preview/page/page.html')])).toEqual([])
})

/** What has the focus, by its name, and whether one can see that it has. */
function describeFocus(): { name: string; isSeen: boolean } {
  const element = document.activeElement as HTMLElement
  const label = element.closest('label')?.textContent?.trim()
  const field = element instanceof HTMLSelectElement ? element.name : undefined
  const words = /^(A|BUTTON)$/.test(element.tagName) ? element.innerText : undefined
  const styled =
    element instanceof HTMLInputElement && element.type !== 'search' ? element.nextElementSibling : element
  const outline = styled && getComputedStyle(styled)
  const isFrame = element.tagName === 'IFRAME'
  return {
    name: field ?? label ?? words ?? (element.title || element.id || element.tagName),
    isSeen: isFrame || (outline?.outlineStyle === 'solid' && Number.parseFloat(outline.outlineWidth) >= 2),
  }
}
