/** The preview's page in a real browser. Pictures of failures are kept in `test/failures/`. */
import type { Browser, BrowserContextOptions, FrameLocator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect } from 'vitest'
import { keepPicture } from '../browser/in-browser.ts'
import { browserPath, openBrowser } from '../browser/open-browser.ts'
import { openSample, type Sample, sora } from './sample.ts'

export interface InPreview {
  sample: Sample
  /**
   * Opens the page, and waits until it shows an email.
   * @param source the issue to show
   */
  open(options?: BrowserContextOptions, source?: string): Promise<Page>
}

/** A sample with its preview for all tests of a file, and a page for each. Errors of a page fail its test. */
export function inPreview(): InPreview {
  const pages: Page[] = []
  const errors: string[] = []
  let browser: Browser | undefined
  const shared = {
    async open(options = {}, source = sora) {
      if (!browser) throw new Error('There is no browser')
      const context = await browser.newContext({ viewport: { width: 1600, height: 900 }, ...options })
      const page = await context.newPage()
      pages.push(page)
      page.on('pageerror', (error) => errors.push(error.message))
      page.on('console', (message) => {
        // Errors about a closed server, and about Playwright's own scripts in the frame, are expected.
        if (message.type() === 'error' && !/ERR_|Failed to load|Blocked script/.test(message.text()))
          errors.push(message.text())
      })
      await page.goto(`${shared.sample.preview.url}/#${source}`)
      await page.locator(shownFrame).waitFor()
      return page
    },
  } as InPreview
  beforeAll(async () => {
    if (!browserPath) return
    shared.sample = await openSample()
    browser = await openBrowser()
  })
  afterEach(async ({ task }) => {
    for (const page of pages.splice(0)) {
      if (task.result?.state === 'fail') await keepPicture(page, `preview ${task.name}`)
      await page.context().close()
    }
    expect(errors.splice(0)).toEqual([])
  })
  afterAll(async () => {
    await shared.sample?.close()
  })
  return shared
}

const shownFrame = '#frames iframe:not(.loading)'

/** The email that is shown. */
export function emailOf(page: Page): FrameLocator {
  return page.frameLocator(shownFrame)
}

/** How far the email is scrolled. */
export function scrollOf(page: Page): Promise<number> {
  return page.locator('#view-email').evaluate(({ scrollTop }) => scrollTop)
}

export async function scrollTo(page: Page, top: number): Promise<void> {
  await page.locator('#view-email').evaluate((stage, wanted) => {
    stage.scrollTop = wanted
  }, top)
}

/** The line that the source pane shows as the chosen one. */
export function chosenLine(page: Page) {
  return page.getByRole('listbox').getByRole('option', { selected: true })
}
