/** Each kind of file in the tab `Sent`, beside what the build has written. */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { findPageFaults } from '../browser/axe.ts'
import { browserPath } from '../browser/open-browser.ts'
import { emailOf, inPreview } from './in-preview.ts'

const preview = inPreview()
const slug = '2024-11-28-sora'

/** Opens the tab at half a screen. */
async function openSent(): Promise<Page> {
  const page = await preview.open({ viewport: { width: 720, height: 900 }, bypassCSP: true })
  await page.getByRole('tab', { name: 'Sent' }).click()
  await page.getByRole('tabpanel', { name: 'Sent' }).getByRole('heading', { name: 'Parts' }).waitFor()
  return page
}

const fileOf = (page: Page) => page.getByRole('combobox', { name: 'File' })

/** The files that can be chosen: their paths and names. */
function listFiles(page: Page): Promise<{ path: string; name: string }[]> {
  return fileOf(page)
    .locator('option')
    .evaluateAll((all) =>
      all.map((option) => ({ path: option.getAttribute('value') ?? '', name: option.innerHTML })),
    )
}

/** Chooses a file, and waits until its path is shown. */
async function choose(page: Page, path: string): Promise<void> {
  await fileOf(page).selectOption(path)
  await expect.poll(() => page.locator('.sent-head code').innerText()).toBe(path)
}

const pathOf = (path: string) => join(preview.sample.root, 'dist', path)

describe.skipIf(!browserPath)('the tab of what is sent', () => {
  beforeAll(async () => {
    const { sample } = preview
    const config = sample
      .read('issue.config.yml')
      .replace('target: generic', 'target: [generic, mailchimp]')
      .replace(/^ {2}mailto: .*$/m, '  pages: true')
    sample.write('issue.config.yml', config)
    await sample.build()
  })

  test('lists every file that was written for the issue, each by a name of its own', async () => {
    const page = await openSent()
    const listed = await listFiles(page)
    const written = [slug, `vote/${slug}`].flatMap((folder) =>
      readdirSync(pathOf(folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(pathOf(''), join(entry.parentPath, entry.name)).replaceAll('\\', '/')),
    )
    expect(listed.map(({ path }) => path).toSorted()).toEqual(written.toSorted())
    const names = listed.map(({ name }) => name)
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([])
    expect(names.filter((name) => name.startsWith('Vote page'))).toEqual([
      'Vote page: feedback/loved-it',
      'Vote page: feedback/loved-it/thanks',
      'Vote page: feedback/it-was-fine',
      'Vote page: feedback/it-was-fine/thanks',
      'Vote page: feedback/not-for-me',
      'Vote page: feedback/not-for-me/thanks',
    ])
  })

  test('shows texts of every target byte by byte', async () => {
    const page = await openSent()
    for (const { path } of await listFiles(page)) {
      if (!/\.(?:txt|json)$/.test(path)) continue
      await choose(page, path)
      expect(await page.locator('#view-sent pre').textContent(), path).toBe(
        readFileSync(pathOf(path), 'utf8'),
      )
    }
    await choose(page, `${slug}/mailchimp/email.txt`)
    expect(await page.locator('#view-sent pre').innerText()).toContain('*|UNSUB|*')
    await choose(page, `${slug}/generic/email.txt`)
    expect(await page.locator('#view-sent pre').innerText()).toContain('{{ unsubscribe_url }}')
  })

  test('shows the HTML of every target and the web copy as pages with their pictures', async () => {
    const page = await openSent()
    const frame = page.frameLocator('#view-sent iframe')
    for (const path of [`${slug}/generic/email.html`, `${slug}/mailchimp/email.html`, `${slug}/index.html`]) {
      await choose(page, path)
      await expect.poll(() => frame.locator('h1').innerText()).toContain('Three hours')
      const loads = () =>
        frame.locator('body').evaluate(() => {
          const images = [...document.images]
          return images.length > 0 && images.every(({ naturalWidth }) => naturalWidth > 0)
        })
      await expect.poll(loads).toBe(true)
    }
    const links = await frame.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')))
    expect(links.filter((href) => /\{\{|\*\|/.test(href ?? ''))).toEqual([])
  })

  test('shows the pages of a vote: the button, and what is said after it', async () => {
    const page = await openSent()
    const frame = page.frameLocator('#view-sent iframe')
    await choose(page, `vote/${slug}/feedback/loved-it/index.html`)
    await expect.poll(() => frame.locator('body').innerText()).toContain('Loved it')
    expect(await frame.locator('a[href*="thanks"], form button, form input').count()).toBeGreaterThan(0)
    await choose(page, `vote/${slug}/feedback/loved-it/thanks/index.html`)
    await expect.poll(() => frame.locator('h1').innerText()).toMatch(/thank/i)
    expect(await findPageFaults(page)).toEqual([])
  })

  test('shows a message by its headers and parts for every target', async () => {
    const page = await openSent()
    for (const target of ['generic', 'mailchimp']) {
      const path = `${slug}/${target}/email.eml`
      await choose(page, path)
      const head = readFileSync(pathOf(path), 'latin1').split('\r\n\r\n')[0] ?? ''
      const [, id = ''] = /^Message-ID:\s*(\S+)/im.exec(head) ?? []
      const view = page.locator('#view-sent')
      await expect.poll(() => view.innerText()).toContain(id)
      const shown = await view.locator('.message > dl dt').allInnerTexts()
      const sent = [...head.matchAll(/^([A-Za-z-]+):/gm)].map(([, name]) => name)
      expect(shown).toEqual(sent.filter((name) => !/^content-/i.test(name ?? '')))
      const types = await view.locator('.what').allInnerTexts()
      expect(types.filter((type) => type.startsWith('text/'))).toEqual([
        'text/plain; charset=utf-8',
        'text/html; charset=utf-8',
      ])
      expect(types.some((type) => type.startsWith('image/png'))).toBe(true)
    }
  })

  test('shows pictures', async () => {
    const page = await openSent()
    const pictures = (await listFiles(page)).filter(({ path }) => path.endsWith('.png'))
    expect(pictures.length).toBeGreaterThan(3)
    for (const { path } of pictures) {
      await choose(page, path)
      const width = () =>
        page.locator('#view-sent img').evaluate((image) => (image as HTMLImageElement).naturalWidth)
      await expect.poll(width, { message: path }).toBeGreaterThan(0)
    }
  })

  test('keeps the kind of file when another issue is chosen, and the email behind it', async () => {
    const page = await openSent()
    await choose(page, `${slug}/mailchimp/email.txt`)
    await page.goto(`${preview.sample.preview.url}/#issues/2024-12-03-two-sums.md`)
    await expect
      .poll(() => page.locator('.sent-head code').innerText())
      .toMatch(/^2024-12-03-two-sums\/.*email\.txt$/)
    await page.getByRole('tab', { name: 'Email' }).click()
    await expect.poll(() => emailOf(page).locator('h1').innerText()).toContain('Two sums')
  })
})
