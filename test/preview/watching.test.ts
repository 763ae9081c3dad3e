/** What the page says of `issue watch` itself: that it builds, has begun, is gone, is back. */
import { describe, expect, test } from 'vitest'
import { browserPath } from '../browser/open-browser.ts'
import { emailOf, inPreview } from './in-preview.ts'
import { letter, openSample, sora, sums } from './sample.ts'

const preview = inPreview()

describe.skipIf(!browserPath)('a build', () => {
  test('is shown when it is long, and not when it is short', async () => {
    const { sample } = preview
    const page = await preview.open()
    const state = await sample.build()
    const building = page.locator('#building')
    const opacity = () => building.evaluate((element) => Number(getComputedStyle(element).opacity))
    sample.preview.show({ ...state, building: true })
    await page.waitForFunction(() => document.body.classList.contains('is-building'))
    // It is there only after a while, which a short build does not take.
    const delay = await building.evaluate((element) =>
      Number.parseFloat(getComputedStyle(element).transitionDelay),
    )
    expect(delay).toBeGreaterThan(0)
    await expect.poll(opacity).toBe(1)
    sample.preview.show({ ...state, building: false })
    await expect.poll(opacity).toBe(0)
    await expect.poll(() => building.isVisible()).toBe(false)
  })
})

describe.skipIf(!browserPath)('a first build', () => {
  test('is awaited by a page whose issue is not rendered yet', async () => {
    const { sample } = preview
    const page = await preview.open()
    const state = await sample.build()
    const building = { ...state, building: true }
    sample.preview.show({ ...building, issues: [] })
    await expect.poll(() => page.getByRole('navigation').innerText()).toBe('')
    expect(await emailOf(page).locator('h1').innerText()).toContain('Three hours')
    sample.preview.show({ ...building, issues: state.issues.filter(({ source }) => source === sums) })
    await expect.poll(() => page.getByRole('navigation').innerText()).toContain('Will that model fit')
    expect(sample.preview.getShownIssue()).toBe(sora)
    sample.preview.show(state)
    await expect.poll(() => page.getByRole('link').first().innerText()).toContain('Why this arrives')
    expect(new URL(page.url()).hash).toBe(`#${sora}`)
    expect(await page.locator('#notice').innerText()).toBe('')
  })

  test('ends with the newest on a page that requested none', async () => {
    const { sample } = preview
    const page = await preview.open()
    const state = await sample.build()
    sample.preview.show({ ...state, building: true, issues: state.issues.slice(-1) })
    await page.goto('about:blank')
    await page.goto(sample.preview.url)
    await expect.poll(() => page.getByRole('navigation').innerText()).toContain('Sora')
    expect(await page.getByText('Waiting for the first build').isVisible()).toBe(true)
    sample.preview.show(state)
    await expect.poll(() => new URL(page.url()).hash).toBe(`#${letter}`)
    await expect.poll(() => emailOf(page).locator('body').innerText()).toContain('9:12')
  })
})

describe.skipIf(!browserPath)('a lost connection', () => {
  test('is shown until `issue watch` is back', async () => {
    const other = await openSample()
    const page = await preview.open()
    await page.goto(`${other.preview.url}/#${sora}`)
    await emailOf(page).locator('h1').waitFor()
    await other.preview.close()
    const connection = page.locator('#connection')
    await expect.poll(() => connection.innerText()).toBe('Disconnected; waiting for issue watch')
    expect(await emailOf(page).locator('h1').innerText()).toContain('Three hours')
    await page.getByRole('button', { name: 'Copy HTML' }).click()
    await expect.poll(() => page.locator('#notice').innerText()).toContain('issue watch does not respond')
    const again = await openSample({ port: Number(new URL(other.preview.url).port), strictPort: true })
    again.write(sora, again.read(sora).replace('Welcome to', 'Back to'))
    await again.build()
    await expect
      .poll(() => emailOf(page).locator('body').innerText(), { timeout: 15_000 })
      .toContain('Back to a special')
    expect(await connection.innerText()).toBe('')
    await again.close()
    await other.close()
  })
})
