/** What is sent besides the email on screen: every file of every target, the message's parts, and a test. */
import { simpleParser } from 'mailparser'
import { beforeAll, describe, expect, test } from 'vitest'
import { sendTest } from '../../src/commands/watch/send-test.ts'
import { findPageFaults } from '../browser/axe.ts'
import { browserPath } from '../browser/open-browser.ts'
import { openMailServer } from '../send/mail-server.ts'
import { emailOf, inPreview } from './in-preview.ts'
import { sora } from './sample.ts'

const preview = inPreview()
const halfScreen = { viewport: { width: 720, height: 900 }, bypassCSP: true }

describe.skipIf(!browserPath)('the preview', () => {
  beforeAll(async () => {
    const { sample } = preview
    const config = sample.read('issue.config.yml').replace('target: generic', 'target: [generic, mailchimp]')
    sample.write('issue.config.yml', `${config}\ntest: [ada@example.com, bob@example.com]\n`)
    await sample.build()
  })

  test('shows the message by its headers and parts, and every file of every target', async () => {
    const page = await preview.open(halfScreen)
    await page.getByRole('tab', { name: 'Sent' }).click()
    const view = page.getByRole('tabpanel', { name: 'Sent' })
    await view.getByRole('heading', { name: 'Parts' }).waitFor()
    expect(await view.innerText()).toMatch(/From\s+Douglas <hello@ainewsroom\.example\.com>/)
    const types = await view.locator('.what').allInnerTexts()
    expect(types.slice(0, 3)).toEqual([
      'multipart/alternative',
      'text/plain; charset=utf-8',
      'multipart/related; type="text/html"',
    ])
    expect(await findPageFaults(page)).toEqual([])

    const files = page.getByRole('combobox', { name: 'File' })
    const groups = await files
      .locator('optgroup')
      .evaluateAll((all) => all.map((group) => group.getAttribute('label')))
    expect(groups).toEqual(['For generic', 'For mailchimp', 'For all targets'])
    await files.selectOption({ label: 'Plaintext, mailchimp' })
    await expect.poll(() => view.innerText()).toContain('*|UNSUB|*')
    await files.selectOption({ label: 'Web copy' })
    const copy = page.frameLocator('#view-sent iframe')
    await expect.poll(() => copy.locator('h1').innerText()).toContain('Three hours')
    await expect
      .poll(() =>
        copy
          .locator('body')
          .evaluate(() => [...document.images].every(({ naturalWidth }) => naturalWidth > 0)),
      )
      .toBe(true)
    expect(await findPageFaults(page)).toEqual([])
  })

  test('shows merge tags as they are written, or with sample values', async () => {
    const page = await preview.open(halfScreen)
    const links = () =>
      emailOf(page)
        .locator('a')
        .evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''))
    expect((await links()).some((href) => href.includes('{{'))).toBe(true)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('radio', { name: 'Sample values' }).check()
    await expect.poll(links).toContain('https://example.com/unsubscribe/4f1c9a7e')
    await page.getByRole('tab', { name: 'Plaintext' }).click()
    const text = page.getByRole('tabpanel', { name: 'Plaintext' })
    await expect.poll(() => text.innerText()).toContain('https://example.com/unsubscribe/4f1c9a7e')
    await page.getByRole('radio', { name: 'Tags', exact: true }).check()
    await expect.poll(() => text.innerText()).toContain('{{')
  })

  test('sends a test to the addresses of the config, or says why not', async () => {
    const { sample } = preview
    const server = await openMailServer({ disabledCommands: ['STARTTLS'] })
    const environment: Record<string, string> = {}
    const context = {
      ...{ cwd: sample.root, stdout: process.stdout, stderr: process.stderr, version: '0.0.0' },
      ...{
        environment,
        signal: new AbortController().signal,
        now: () => 0,
        readInput: async () => Buffer.from(''),
      },
    }
    const other = await sample.startPreview({
      sendTest: (source) => sendTest(sample.rendered.get(source), context),
    })
    const page = await preview.open(halfScreen)
    await page.goto(`${other.url}/#${sora}`)
    await page.getByRole('button', { name: 'Export' }).click()
    const button = page.getByRole('button', { name: 'Send a test' })
    expect(await button.getAttribute('title')).toBe('To ada@example.com, bob@example.com')
    await button.click()
    const notice = page.locator('#notice')
    await expect.poll(() => notice.innerText()).toContain('Not sent: Missing an SMTP server')
    await notice.getByRole('button', { name: 'Dismiss' }).click()

    environment.ISSUE_SMTP_URL = `smtp://localhost:${server.port}?secure=none`
    await page.getByRole('button', { name: 'Export' }).click()
    await button.click()
    await expect.poll(() => notice.innerText()).toBe('Sent a test to ada@example.com, bob@example.com.')
    expect(server.arrived.map(({ to }) => to)).toEqual([['ada@example.com'], ['bob@example.com']])
    const { subject } = await simpleParser(server.arrived[0]?.bytes ?? '')
    expect(subject).toBe('[test] 🎬 Sora got out for three hours')
    await other.close()
  })

  test('shows the HTML in colours, with numbers, and finds text in it', async () => {
    const page = await preview.open(halfScreen)
    await page.getByRole('tab', { name: 'HTML' }).click()
    const html = page.locator('#html')
    await expect.poll(() => html.locator('.code-line').count()).toBeGreaterThan(20)
    const name = `${preview.sample.root}/dist/2024-11-28-sora/generic/email.html`
    expect(await html.textContent()).toBe(preview.sample.read(name.slice(preview.sample.root.length + 1)))
    expect(await html.locator('.code-attr').first().innerText()).toBe('lang')
    const search = page.getByRole('searchbox', { name: 'Search the HTML' })
    await search.fill('therundown.ai')
    const found = page.locator('#found')
    expect(await found.innerText()).toMatch(/^Line 1 of \d+$/)
    await search.press('Enter')
    expect(await found.innerText()).toMatch(/^Line 2 of \d+$/)
    expect(await html.locator('.current').textContent()).toContain('therundown.ai')
    expect(await findPageFaults(page)).toEqual([])
    await search.fill('no such text')
    expect(await found.innerText()).toBe('Not found')
  })

  test.each([
    ['Light and dark', ['Light, 328 px', 'Dark, 328 px']],
    ['All widths', ['Phone, 375 px', 'Tablet, 768 px', 'Desktop, 1024 px']],
  ])('shows side by side: %s', async (name, captions) => {
    const page = await preview.open(halfScreen)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('radio', { name }).check()
    await expect.poll(() => page.locator('#compare figcaption').allInnerTexts()).toEqual(captions)
    const last = page.frameLocator('#compare figure:last-child iframe')
    await expect.poll(() => last.locator('h1').innerText()).toContain('Three hours')
    expect(await page.locator('#sheet').isVisible()).toBe(false)
    await page.getByRole('radio', { name: 'One', exact: true }).check()
    await expect.poll(() => page.locator('#sheet').isVisible()).toBe(true)
  })
})
