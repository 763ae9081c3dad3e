/** The email in its views, in the page. */
import type { Page } from 'playwright-core'
import { describe, expect, test } from 'vitest'
import { browserPath } from '../browser/open-browser.ts'
import { chosenLine, emailOf, inPreview, scrollOf, scrollTo } from './in-preview.ts'
import { sora } from './sample.ts'

const preview = inPreview()

const widthInside = (page: Page) =>
  emailOf(page)
    .locator('html')
    .evaluate(() => window.innerWidth)

describe.skipIf(!browserPath)('the email', () => {
  test.each([
    ['Phone', 375],
    ['Tablet', 768],
    ['Desktop', 1024],
  ])('on a %s is %i px wide', async (name, width) => {
    const page = await preview.open()
    await page.getByRole('radio', { name }).check()
    await expect.poll(() => widthInside(page)).toBe(width)
    expect(await page.locator('#size').innerText()).toContain(`${width} px`)
    const isWhole = await emailOf(page)
      .locator('html')
      .evaluate((root) => root.scrollHeight <= window.innerHeight && root.scrollWidth <= window.innerWidth)
    expect(isWhole).toBe(true)
  })

  test('takes any width, by keys and by dragging', async () => {
    const page = await preview.open()
    await page.getByRole('radio', { name: 'Phone' }).check()
    const handle = page.getByRole('slider', { name: 'Width of the email' })
    await handle.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Shift+ArrowLeft')
    expect(await handle.getAttribute('aria-valuetext')).toBe('384 pixels')
    expect(await widthInside(page)).toBe(384)
    const box = await handle.boundingBox()
    if (!box) throw new Error('The handle is not there')
    await page.mouse.move(box.x + 10, 500)
    await page.mouse.down()
    await page.mouse.move(box.x + 60, 500, { steps: 3 })
    await page.mouse.up()
    expect(await widthInside(page)).toBe(484)
    expect(await page.getByRole('radio', { name: 'Phone' }).isChecked()).toBe(false)
    await page.keyboard.press('End')
    expect(await widthInside(page)).toBe(1600)
    expect(await page.locator('#size').innerText()).toMatch(/1600 px · real size, \d+ px in sight/)
    await page.getByRole('button', { name: 'Scale to fit' }).click()
    expect(await page.locator('#size').innerText()).toMatch(/1600 px · shown at \d+ %/)
    await page.reload()
    await expect.poll(() => widthInside(page)).toBe(1600)
  })

  test('is seen in the dark', async () => {
    const page = await preview.open()
    const ground = () =>
      emailOf(page)
        .locator('body')
        .evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(await ground()).toBe('rgb(245, 240, 231)')
    await page.getByRole('radio', { name: 'Dark' }).check()
    await expect.poll(ground).toBe('rgb(15, 13, 12)')
    await page.getByRole('radio', { name: 'Light' }).check()
    await expect.poll(ground).toBe('rgb(245, 240, 231)')
  })

  test('is seen in light on a machine that is dark', async () => {
    const page = await preview.open({ colorScheme: 'dark' })
    const ground = await emailOf(page)
      .locator('body')
      .evaluate((body) => getComputedStyle(body).backgroundColor)
    expect(ground).toBe('rgb(245, 240, 231)')
  })

  test('is seen without its pictures, and without its styles', async () => {
    const page = await preview.open()
    const loaded = () =>
      emailOf(page)
        .locator('body')
        .evaluate(() => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length)
    expect(await loaded()).toBeGreaterThan(2)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('checkbox', { name: 'Images' }).uncheck()
    await expect.poll(loaded).toBe(0)
    await page.getByRole('checkbox', { name: 'Images' }).check()
    await expect.poll(() => emailOf(page).locator('style').count()).toBeGreaterThan(0)
    await page.getByRole('checkbox', { name: 'Styles' }).uncheck()
    await expect.poll(() => emailOf(page).locator('style').count()).toBe(0)
  })

  test('is seen as a client shows it, with what it took away', async () => {
    const page = await preview.open()
    await page.getByRole('combobox', { name: 'Client' }).selectOption('outlook.windows')
    await expect
      .poll(() => page.locator('#approximation').innerText())
      .toMatch(/^Outlook, classic: approximation by caniemail data of \d{4}-\d\d-\d\d, \d+ items removed\.$/)
    expect(await page.getByRole('tab', { name: /^Removed \d+$/ }).getAttribute('aria-selected')).toBe('true')
    const removed = page.getByRole('tabpanel', { name: /Removed/ })
    expect(await removed.innerText()).toMatch(
      /^Nothing of your own was removed\.\s+\d+ items of the shipped template, by its design$/,
    )
    await removed.getByText('of the shipped template').click()
    expect(await removed.innerText()).toContain('border-radius')
    expect(await page.locator('#client option:checked').innerText()).toBe('Outlook classic')
    await expect.poll(() => widthInside(page)).toBe(1024)
    const picture = emailOf(page).locator('img[src*="sora-leak"]')
    const radius = () => picture.evaluate((image) => getComputedStyle(image).borderRadius)
    await expect.poll(radius).toBe('0px')
    await page.getByRole('combobox', { name: 'Client' }).selectOption('')
    await expect.poll(radius).toBe('6px')
    await expect.poll(() => page.locator('#approximation').isVisible()).toBe(false)
    expect(await page.getByRole('tab', { name: 'Removed' }).isVisible()).toBe(false)
  })

  test('leads from what a client took away to its line', async () => {
    const { sample } = preview
    const before = sample.read(sora)
    sample.write(
      sora,
      before.replace('Welcome to', '<div style="border-radius:4px">Round</div>\n\nWelcome to'),
    )
    await sample.build()
    const page = await preview.open()
    await page.getByRole('combobox', { name: 'Client' }).selectOption('outlook.windows')
    const item = page.locator('.removed-item', { hasText: 'border-radius: 4px' })
    await item.getByRole('button', { name: `${sora}, line 11` }).click()
    await expect.poll(() => chosenLine(page).innerText()).toContain('Round')
    sample.write(sora, before)
    await sample.build()
  })

  test('runs nothing, and its links lead nowhere, but where they are meant to', async () => {
    const page = await preview.open()
    expect(await page.locator('#frames iframe').getAttribute('sandbox')).toBe('allow-same-origin')
    const before = await emailOf(page)
      .locator('html')
      .evaluate(() => window.location.href)
    const link = emailOf(page).locator('a[href^="https://www.therundown.ai"]').last()
    await link.click()
    expect(
      await emailOf(page)
        .locator('html')
        .evaluate(() => window.location.href),
    ).toBe(before)
    await page.context().route('https://**', (route) => route.fulfill({ body: 'there' }))
    const [opened] = await Promise.all([
      page.waitForEvent('popup'),
      link.click({ modifiers: ['ControlOrMeta'] }),
    ])
    expect(opened.url()).toMatch(/^https:\/\/www\.therundown\.ai\//)
  })

  test('keeps its scroll position from view to view, and begins anew with another issue', async () => {
    const page = await preview.open()
    await scrollTo(page, 600)
    await page.getByRole('radio', { name: 'Dark' }).check()
    await expect.poll(() => page.locator('#frames iframe').getAttribute('src')).toContain('dark')
    await expect.poll(() => page.locator('#frames iframe').count()).toBe(1)
    expect(await scrollOf(page)).toBe(600)
    await page.getByRole('tab', { name: 'HTML' }).click()
    await page.getByRole('tab', { name: 'Email' }).click()
    expect(await scrollOf(page)).toBe(600)
    await page.getByRole('link', { name: 'Why this arrives' }).click()
    await expect.poll(() => scrollOf(page)).toBe(0)
  })
})
