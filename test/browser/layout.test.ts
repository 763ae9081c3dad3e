/**
 * The emails in a real browser, as they stand in `dist/`: nothing overflows on a phone, whatever the content, with the
 * style sheet and without it (Gmail drops it for some accounts). Pictures of failures are kept in `test/failures/`.
 */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { browserPath, openBrowser } from './open-browser.ts'

const root = join(import.meta.dirname, '..', '..')
const failures = join(root, 'test', 'failures')
const out = mkdtempSync(join(tmpdir(), 'issuepress-browser-'))
const newsletters = { sample: root, 'kitchen sink': join(import.meta.dirname, 'newsletter') }
const emails: string[] = []
let browser: Browser

beforeAll(async () => {
  if (!browserPath) return
  browser = await openBrowser()
  for (const [name, folder] of Object.entries(newsletters)) {
    const built = await build({ root: folder, out: join(out, name) })
    expect(built.outcome).toBe('built')
    for (const { slug } of built.issues) emails.push(join(name, String(slug)))
  }
})

afterAll(async () => {
  await browser?.close()
  rmSync(out, { recursive: true, force: true })
})

describe.skipIf(!browserPath)('no email overflows', () => {
  for (const width of [320, 375, 414, 640]) {
    for (const styles of ['with its style sheet', 'without it']) {
      test(`at ${width} px, ${styles}`, async () => {
        const page = await browser.newPage({ viewport: { width, height: 800 } })
        expect(emails.length).toBeGreaterThan(4)
        for (const email of emails) {
          await page.goto(pathToFileURL(join(out, email, 'email.html')).href)
          if (styles === 'without it') await page.evaluate(removeStyles)
          const wide = await page.evaluate(findOverflow)
          if (wide.length > 0) await keepPicture(page, `overflow-${email}-${width}`)
          expect({ email, wide }).toEqual({ email, wide: [] })
        }
        await page.close()
      })
    }
  }
})

describe.skipIf(!browserPath)('every email', () => {
  test('shows all of its pictures', async () => {
    const page = await browser.newPage()
    for (const email of emails) {
      await page.goto(pathToFileURL(join(out, email, 'email.html')).href)
      const broken = await page.evaluate(() =>
        [...document.images].filter((image) => image.naturalWidth === 0).map((image) => image.src),
      )
      expect({ email, broken }).toEqual({ email, broken: [] })
    }
    await page.close()
  })

  test('hides its preheader', async () => {
    const page = await browser.newPage()
    for (const email of emails) {
      await page.goto(pathToFileURL(join(out, email, 'email.html')).href)
      const { preheader } = JSON.parse(readFileSync(join(out, email, 'issue.json'), 'utf8'))
      if (preheader === '') continue
      expect(await page.locator('body').textContent()).toContain(preheader)
      expect(await page.locator('body > div').first().isVisible()).toBe(false)
    }
    await page.close()
  })

  test('has bytes of its own for each picture it names', () => {
    for (const email of emails) {
      const html = readFileSync(join(out, email, 'email.html'), 'utf8')
      const named = new Set([...html.matchAll(/src="images\/([^"]+)"/g)].map((match) => match[1]))
      const files = named.size > 0 ? readdirSync(join(out, email, 'images')) : []
      expect(files.sort()).toEqual([...named].sort())
    }
  })
})

function removeStyles(): void {
  for (const style of document.querySelectorAll('style')) style.remove()
}

/** What reaches beyond the window's right or left edge, as a person would name it. */
function findOverflow(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width) return []
  return [...document.body.querySelectorAll('*')]
    .filter((element) => element.getBoundingClientRect().right > width + 0.5)
    .map((element) => `<${element.tagName.toLowerCase()}> ${(element.textContent ?? '').trim().slice(0, 40)}`)
}

async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(failures, { recursive: true })
  await page.screenshot({ path: join(failures, `${name.replaceAll(/[^\w-]+/g, '-')}.png`), fullPage: true })
}
