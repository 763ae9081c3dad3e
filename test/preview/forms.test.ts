/** The list of issues, and what there is of each besides the email: the inbox line, the plaintext, the HTML, the weight. */
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { emailHtml } from '../../src/render/outputs/email-html.ts'
import { browserPath } from '../browser/open-browser.ts'
import { emailOf, inPreview } from './in-preview.ts'
import { letter, sora, sums } from './sample.ts'

const preview = inPreview()

describe.skipIf(!browserPath)('the list of issues', () => {
  test('names them all, the newest first, with their states', async () => {
    const page = await preview.open()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('The AI Newsroom')
    const links = page.getByRole('navigation', { name: 'Issues' }).getByRole('link')
    expect((await links.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      'Why this arrives at 9:12 Ready 17 Dec 2024',
      '📠 The day two chatbots met, in 1972 Ready 10 Dec 2024',
      '🧮 Will that model fit on your laptop? Ready 3 Dec 2024',
      '🎬 Sora got out for three hours Ready 28 Nov 2024',
    ])
    expect(await page.locator('nav [aria-current=page]').getAttribute('title')).toBe(sora)
  })

  test('chooses one, which the address then names', async () => {
    const page = await preview.open()
    await page.getByRole('link', { name: 'Will that model fit' }).click()
    await expect
      .poll(() => emailOf(page).locator('h1').innerText())
      .toBe('Two sums before you download a model')
    expect(new URL(page.url()).hash).toBe(`#${sums}`)
    expect(await page.title()).toContain('Will that model fit')
    await page.goBack()
    await expect.poll(() => emailOf(page).locator('h1').innerText()).toContain('Three hours')
    expect(preview.sample.preview.getShownIssue()).toBe(sora)
  })

  test('shows the newest when the address names none that is there', async () => {
    const page = await preview.open({}, 'issues/nothing.md')
    expect(new URL(page.url()).hash).toBe(`#${letter}`)
  })
})

describe.skipIf(!browserPath)('beside the email', () => {
  test('there is the plaintext, with a rule at 72 or 78 columns', async () => {
    const page = await preview.open()
    await page.getByRole('tab', { name: 'Plaintext' }).click()
    const text = page.getByRole('tabpanel', { name: 'Plaintext' })
    await expect.poll(() => text.innerText()).toContain('Three hours when anyone could use Sora\n=====')
    const columns = () =>
      text.locator('pre').evaluate((pre) => {
        const measure = document.createElement('span')
        measure.textContent = '0'.repeat(10)
        pre.append(measure)
        const column = measure.getBoundingClientRect().width / 10
        measure.remove()
        const rule = getComputedStyle(pre, '::before')
        const width = [rule.width, rule.paddingRight].map(Number.parseFloat)
        return width.reduce((sum, part) => sum + part, 0) / column
      })
    expect(await columns()).toBeCloseTo(72, 1)
    await page.getByRole('radio', { name: '78 columns' }).check()
    expect(await columns()).toBeCloseTo(78, 1)
  })

  test('there is the inbox, cut off as a phone does, with counts', async () => {
    const page = await preview.open()
    await page.getByRole('tab', { name: 'Inbox' }).click()
    const inbox = page.getByRole('tabpanel', { name: 'Inbox' })
    const row = inbox.locator('.phone .row:not(.neighbour)')
    expect(await row.innerText()).toContain('Douglas')
    const isCut = await row
      .locator('.preheader')
      .evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
    expect(isCut).toBe(true)
    const facts = (await inbox.locator('dl').innerText()).replaceAll(/\s+/g, ' ')
    expect(facts).toContain('Subject 🎬 Sora got out for three hours 30 characters')
    expect(facts).toMatch(/Preheader A protest group .* \d+ characters/)
  })

  test('there is the HTML, as it goes out', async () => {
    const page = await preview.open()
    await page.getByRole('tab', { name: 'HTML' }).click()
    const html = page.getByRole('tabpanel', { name: 'HTML' })
    await expect.poll(() => html.innerText()).toContain('<!doctype html>')
    expect(await html.innerText()).not.toContain('data-at')
  })

  test('there is the weight, in numbers and against Gmail’s limit', async () => {
    const page = await preview.open()
    const meter = page.getByRole('meter', { name: 'Size of the HTML against Gmail’s limit' })
    expect(await meter.getAttribute('aria-valuetext')).toMatch(/^1\d,\d{3} of 102,400 bytes$/)
  })

  test.each([
    [85_000, '85,000 of 102,400 bytes: near Gmail’s limit'],
    [110_000, '110,000 of 102,400 bytes: Gmail clips it'],
  ])('the weight of %i bytes is shown as too much', async (bytes, words) => {
    const { sample } = preview
    const state = await sample.build()
    const issues = state.issues.map((issue) => {
      if (!issue.email) return issue
      const files = issue.email.files.map((file) =>
        file.output === emailHtml.name ? { ...file, bytes: Buffer.from('x'.repeat(bytes)) } : file,
      )
      return { ...issue, email: { ...issue.email, files } }
    })
    const page = await preview.open()
    sample.preview.show({ ...state, issues })
    const meter = page.getByRole('meter')
    await expect.poll(() => meter.getAttribute('aria-valuetext')).toBe(words)
    expect(await page.locator('#weight').innerText()).toBe(words.replace(': ', ' · '))
    sample.preview.show(state)
  })

  test.each([
    ['HTML', 'Copied the HTML, 1', '<!doctype html>'],
    ['plaintext', 'Copied the plaintext, ', 'The AI Newsroom · November 28, 2024'],
  ])('one click copies the %s', async (name, praise, start) => {
    const page = await preview.open({ permissions: ['clipboard-read', 'clipboard-write'] })
    await page.getByRole('button', { name: `Copy ${name}` }).click()
    await expect.poll(() => page.locator('#notice').innerText()).toContain(praise)
    const copied = await page.evaluate(() => navigator.clipboard.readText())
    expect(copied.startsWith(start)).toBe(true)
    expect(copied).not.toContain('data-at')
  })

  test('one click downloads the whole message', async () => {
    const page = await preview.open()
    const downloading = page.waitForEvent('download')
    await page.getByRole('button', { name: 'Download .eml' }).click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('2024-11-28-sora.eml')
    expect(readFileSync(await download.path(), 'latin1')).toBe(
      preview.sample.read('dist/2024-11-28-sora/email.eml'),
    )
    expect(await page.locator('#notice').innerText()).toMatch(/^Downloading the message, \d+,\d{3} bytes$/)
  })

  test('without a sender there is no message to download, and the button says why', async () => {
    const { sample } = preview
    const config = sample.read('issue.config.yml')
    sample.write('issue.config.yml', config.replace(/^from:.*$/m, ''))
    await sample.build()
    const page = await preview.open()
    const button = page.getByRole('button', { name: 'Download .eml' })
    expect(await button.isDisabled()).toBe(true)
    expect(await button.getAttribute('title')).toContain('write `from:` in the config')
    sample.write('issue.config.yml', config)
    await sample.build()
    await expect.poll(() => button.isDisabled()).toBe(false)
  })

  test('copying works where the clipboard is forbidden to pages', async () => {
    const page = await preview.open()
    await page.evaluate(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined })
    })
    await page.getByRole('button', { name: 'Copy HTML' }).click()
    await expect.poll(() => page.locator('#notice').innerText()).toContain('Copied the HTML')
  })
})
