/** The page in windows of the usual sizes: half a screen beside an editor first, then a phone, a notebook and a screen. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { findPageFaults } from '../browser/axe.ts'
import { browserPath } from '../browser/open-browser.ts'
import { chosenLine, emailOf, inPreview } from './in-preview.ts'

const preview = inPreview()

/** The part of the window's height that the email has. */
async function measureEmail(page: Page): Promise<number> {
  const box = await page.locator('#view-email').boundingBox()
  return (box?.height ?? 0) / (page.viewportSize()?.height ?? 1)
}

/** The controls that are not wholly in the window. */
function findCut(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, select, input, label, [role=tab], h1, h2, #size')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const { left, right } = element.getBoundingClientRect()
        return left < 0 || right > window.innerWidth || element.scrollWidth > element.clientWidth + 80
      })
      .map(({ outerHTML }) => outerHTML.slice(0, 80)),
  )
}

/** In how many rows the controls stand. */
function countRows(page: Page): Promise<number> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('.controls [role=tab], .controls .choice, .controls select')]
    const seen = parts.filter((part) => part.checkVisibility()).map((part) => part.getBoundingClientRect())
    return seen.filter((box, index) => index === 0 || box.top >= (seen[index - 1]?.bottom ?? 0)).length
  })
}

const sizes = [
  { width: 390, height: 844, rows: 2, panel: false },
  { width: 720, height: 900, rows: 1, panel: false },
  { width: 1280, height: 800, rows: 1, panel: true },
  { width: 1440, height: 900, rows: 1, panel: true },
]

describe.skipIf(!browserPath)('the page', () => {
  test.each(sizes)('at $width by $height gives the email its room, and cuts nothing', async (size) => {
    const { width, height, rows, panel } = size
    const page = await preview.open({ viewport: { width, height }, bypassCSP: true })
    expect(await measureEmail(page)).toBeGreaterThan(0.7)
    expect(await countRows(page)).toBe(rows)
    expect(await findCut(page)).toEqual([])
    expect(await page.locator('#panel-body').isVisible()).toBe(panel)
    const [seen, inner] = await Promise.all([
      page.locator('#frames').evaluate((frames) => frames.getBoundingClientRect().width),
      emailOf(page)
        .locator('html')
        .evaluate(() => window.innerWidth),
    ])
    expect(seen).toBe(inner)
    expect(inner).toBeLessThanOrEqual(width)
    expect(await page.locator('#size').innerText()).toBe(`${inner} px`)
    expect(await findPageFaults(page)).toEqual([])
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('combobox', { name: 'Client' }).selectOption('gmail.ios')
    await page.locator('#approximation').waitFor()
    expect(await findCut(page)).toEqual([])
    expect(await findPageFaults(page)).toEqual([])
  })

  test.each([
    [390, 844],
    [720, 900],
    [1000, 900],
  ])('at %d by %d leaves the email its room with the panel open', async (width, height) => {
    const page = await preview.open({ viewport: { width, height }, bypassCSP: true })
    await page.getByRole('button', { name: 'Show panel' }).click()
    expect(await page.locator('#source-lines').isVisible()).toBe(true)
    expect(await measureEmail(page)).toBeGreaterThan(0.7)
    expect(await findCut(page)).toEqual([])
    expect(await findPageFaults(page)).toEqual([])
    const panel = await page.locator('#panel').boundingBox()
    const stage = await page.locator('#view-email').boundingBox()
    // Below the email's width it is on the email's lower part, and otherwise beside it.
    const overlap = (stage?.x ?? 0) + (stage?.width ?? 0) - (panel?.x ?? 0)
    expect(overlap > 0).toBe(width < 600)
    // The end of the email can be scrolled into sight, and what was clicked on stays there.
    await page.locator('#view-email').evaluate((view) => view.scrollTo(0, view.scrollHeight))
    const end = await page.locator('#sheet').boundingBox()
    if (width < 600) expect((end?.y ?? 0) + (end?.height ?? 0)).toBeLessThanOrEqual(panel?.y ?? 0)
  })

  test.each([390, 720])('at %d px keeps in sight what was clicked on when the panel opens', async (width) => {
    const page = await preview.open({ viewport: { width, height: 844 } })
    const paragraph = emailOf(page).locator('p[data-at]').nth(6)
    await paragraph.click()
    await chosenLine(page).waitFor()
    const [panel, stage] = [page.locator('#panel'), page.locator('#view-email')]
    const isInSight = async () => {
      const [box, over, room] = await Promise.all([
        paragraph.boundingBox(),
        panel.boundingBox(),
        stage.boundingBox(),
      ])
      if (!box || !over || !room) return false
      const bottom = width < 600 ? over.y : room.y + room.height
      return box.y >= room.y && box.y + box.height <= bottom
    }
    await expect.poll(isInSight).toBe(true)
  })

  test.each(['', 'outlook.windows', 'thunderbird.macos'])(
    'cuts the name of no client: "%s"',
    async (client) => {
      const page = await preview.open({ viewport: { width: 720, height: 900 } })
      const select = page.getByRole('combobox', { name: 'Client' })
      await select.selectOption(client)
      const cut: string[] = []
      for (let width = 360; width <= 1440; width += 12) {
        await page.setViewportSize({ width, height: 900 })
        const [room, words] = await select.evaluate((element) => {
          const { font, paddingLeft, paddingRight } = getComputedStyle(element)
          const pen = document.createElement('canvas').getContext('2d')
          if (!pen || !(element instanceof HTMLSelectElement)) throw new Error('There is nothing to measure')
          pen.font = font
          const arrow = 16
          const paddings = Number.parseFloat(paddingLeft) + Number.parseFloat(paddingRight)
          const words = pen.measureText(element.selectedOptions[0]?.label ?? '').width
          return [element.clientWidth - paddings - arrow, words]
        })
        if (room < words) cut.push(`${width}: ${room} for ${words}`)
        cut.push(...(await findCut(page)).map((element) => `${width}: ${element}`))
      }
      expect(cut).toEqual([])
    },
  )

  test('at 720 px has its issues and its panel behind buttons', async () => {
    const page = await preview.open({ viewport: { width: 720, height: 900 } })
    const list = page.getByRole('navigation', { name: 'Issues' })
    expect(await list.isVisible()).toBe(false)
    await page.getByRole('button', { name: 'Issues' }).click()
    await list.getByRole('searchbox', { name: 'Filter issues' }).fill('LAPTOP dec')
    expect(await list.getByRole('link').count()).toBe(1)
    await list.getByRole('link', { name: 'Will that model fit' }).click()
    await expect.poll(() => emailOf(page).locator('h1').innerText()).toContain('Two sums')
    expect(await list.isVisible()).toBe(false)

    await emailOf(page).locator('p[data-at]').first().click()
    await chosenLine(page).waitFor()
    await page.reload()
    await emailOf(page).locator('h1').waitFor()
    expect(await page.locator('#panel-body').isVisible()).toBe(false)
    await page.locator('#counts').click()
    expect(await page.locator('#problems').innerText()).toBe('No problems.')
  })

  test('shows a wide email at its real size, its middle in sight, unless it is asked to scale', async () => {
    const page = await preview.open({ viewport: { width: 720, height: 900 } })
    await page.getByRole('radio', { name: 'Desktop' }).check()
    const size = page.locator('#size')
    await expect.poll(() => size.innerText()).toMatch(/^1024 px · real size, \d+ px in sight$/)
    const heading = await emailOf(page).locator('h1').boundingBox()
    expect(heading?.x).toBeGreaterThan(0)
    expect((heading?.x ?? 0) + (heading?.width ?? 720)).toBeLessThan(720)
    await page.getByRole('button', { name: 'Scale to fit' }).click()
    await expect.poll(() => size.innerText()).toMatch(/^1024 px · shown at 6\d %$/)
    await page.locator('#view-email').evaluate((stage) => stage.scrollTo(0, 600))
    expect((await size.boundingBox())?.y).toBeGreaterThan(100)
    await page.getByRole('button', { name: 'Real size' }).click()
    await expect.poll(() => size.innerText()).toContain('real size')
  })
})

describe.skipIf(!browserPath)('dark mode', () => {
  test.each([
    ['gmail.ios', 'it inverts every colour, which is imitated', 'dark'],
    ['gmail.desktop-webmail', 'it shows the email as in light mode', 'light'],
    ['yahoo.ios', 'what it changes is not known, and not shown', 'light'],
  ])('of %s is shown, or said to be unknown', async (client, words, expected) => {
    const page = await preview.open({ viewport: { width: 720, height: 900 } })
    await page.getByRole('radio', { name: 'Dark' }).check()
    await page.getByRole('combobox', { name: 'Client' }).selectOption(client)
    await expect.poll(() => page.locator('#approximation').innerText()).toContain(words)
    const ground = () =>
      emailOf(page)
        .locator('h1')
        .evaluate((heading) => {
          const [lightness = 0] =
            getComputedStyle(heading)
              .color.match(/[\d.]+/g)
              ?.map(Number) ?? []
          return lightness <= 1 ? (lightness > 0.6 ? 'dark' : 'light') : lightness > 127 ? 'dark' : 'light'
        })
    await expect.poll(ground).toBe(expected)
  })
})
