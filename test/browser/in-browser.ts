/** Two pages of the browser for all tests of a file. Pictures of failures are kept in `test/failures/`. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import { type MadeEmail, makeEmails } from './make-emails.ts'
import { browserPath, openBrowser } from './open-browser.ts'

const failures = join(import.meta.dirname, '..', 'failures')

export interface View {
  width: number
  colorScheme?: 'light' | 'dark'
  /** Whether the client blocks pictures. */
  picturesBlocked?: boolean
}

export type Look = (page: Page, email: MadeEmail) => Promise<string[]>

export interface InBrowser {
  emails: MadeEmail[]
  /**
   * Looks at each email.
   * @param name what pictures of failures are called
   * @param look gives what is wrong with it; anything fails the test
   */
  each(name: string, view: View, look: Look): Promise<void>
  /**
   * Looks at each email in several ways, opened once for all of them; a way that changes the page goes last.
   * @returns what is wrong with the emails, by the ways' names and the emails'
   */
  survey<Name extends string>(
    name: string,
    view: View,
    looks: Record<Name, Look>,
  ): Promise<Record<Name, Record<string, string[]>>>
  /** Does something with each email, on two pages side by side; these are kept from test to test. */
  visit(work: (page: Page, email: MadeEmail) => Promise<void>): Promise<void>
}

/** @param make the emails to look at; all of them when not given */
export function inBrowser(make: (out: string) => Promise<MadeEmail[]> = makeEmails): InBrowser {
  const out = mkdtempSync(join(tmpdir(), 'issuepress-browser-'))
  const pages: Page[] = []
  const shared: InBrowser = {
    emails: [],
    async each(name, view, look) {
      expect(await shared.survey(name, view, { look })).toEqual({ look: {} })
    },
    async survey<Name extends string>(name: string, view: View, looks: Record<Name, Look>) {
      const entries = Object.entries<Look>(looks)
      const found: Record<string, Record<string, string[]>> = Object.fromEntries(
        entries.map(([look]) => [look, {}]),
      )
      await shared.visit(async (page, email) => {
        await (view.picturesBlocked ? showWithoutPictures : show)(page, email, view)
        for (const [look, find] of entries) {
          const wrong = await find(page, email)
          if (wrong.length === 0) continue
          Object.assign(found[look] ?? {}, { [email.name]: wrong })
          await keepPicture(page, `${name}-${look}-${email.name}`)
        }
      })
      return found as Record<Name, Record<string, string[]>>
    },
    async visit(work) {
      expect(shared.emails.length).toBeGreaterThan(0)
      const waiting = [...shared.emails]
      const lanes = pages.map(async (page) => {
        for (let email = waiting.shift(); email !== undefined; email = waiting.shift())
          await work(page, email)
      })
      await Promise.all(lanes)
    },
  }
  beforeAll(async () => {
    shared.emails = await make(out)
    if (!browserPath) return
    const browser = await openBrowser()
    for (let lane = 0; lane < 2; lane++) {
      // Nothing of an email may come from elsewhere.
      pages.push(await browser.newPage({ offline: true }))
    }
  })
  afterAll(async () => {
    for (const page of pages) await page.close()
    rmSync(out, { recursive: true, force: true })
  })
  return shared
}

/** Does something when it is first needed, and gives what came of it to all who need it. */
export function once<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let done: Promise<Result> | undefined
  return () => {
    done ??= work()
    return done
  }
}

/** Opens an email. */
export async function show(
  page: Page,
  { path }: MadeEmail,
  { width, colorScheme = 'light' }: View,
): Promise<void> {
  await resize(page, width)
  await page.emulateMedia({ colorScheme })
  await page.goto(pathToFileURL(path).href)
}

/** Opens an email in a client that blocks pictures. */
export async function showWithoutPictures(page: Page, email: MadeEmail, view: View): Promise<void> {
  const pictures = '**/*.png'
  await page.route(pictures, (route) => route.abort())
  await show(page, email, view)
  await page.unroute(pictures)
  const shown = await page.evaluate(
    () => [...document.images].filter(({ naturalWidth }) => naturalWidth > 0).length,
  )
  expect(shown).toBe(0)
}

/** What all of these functions find in the page, by one message to the browser: of several, each takes milliseconds. */
export async function findAll(page: Page, ...finds: (() => string[])[]): Promise<string[]> {
  return page.evaluate(`[${finds.map((find) => `...(${find})()`).join(', ')}]`)
}

export async function resize(page: Page, width: number): Promise<void> {
  const height = 800
  const size = page.viewportSize()
  // The browser draws a window anew even when it is given the size that it has.
  if (size?.width !== width || size.height !== height) await page.setViewportSize({ width, height })
}

export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(failures, { recursive: true })
  await page.screenshot({ path: join(failures, `${name.replaceAll(/[^\w-]+/g, '-')}.png`), fullPage: true })
}
