import { accessSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

const places = [
  process.env.CHROMIUM_PATH,
  // The same engine without the windows of a desktop: a new page needs a third of the processor's time.
  '/usr/bin/chromium-headless-shell',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
].filter((path): path is string => path !== undefined)

/** The system's Chromium. With `ISSUEPRESS_REQUIRE_BROWSER` set, as in CI, not finding one is an error. */
export const browserPath: string | undefined = places.find((path) => {
  try {
    accessSync(path)
    return true
  } catch {
    return false
  }
})

if (!browserPath) {
  const advice = 'No Chromium found: install it (Debian: apt-get install chromium) or set CHROMIUM_PATH.'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE BROWSER TESTS ARE SKIPPED. ${advice}\n`)
}

let opened: Promise<Browser> | undefined

/**
 * Starts the system's Chromium, once for all test files of a worker: a start takes a second. Whoever opens pages closes
 * them; the browser ends with the worker.
 */
export async function openBrowser(): Promise<Browser> {
  // One that has crashed is of no use to the files that follow.
  if (!(await opened?.catch(() => undefined))?.isConnected()) opened = launchBrowser()
  return opened as Promise<Browser>
}

/** Without the services of its own that would call out. */
function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: browserPath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // Pages side by side would have a new process for each address that they open.
      '--renderer-process-limit=2',
      // Scripts that each page runs, as axe-core, stay compiled from page to page.
      '--js-flags=--no-flush-bytecode',
    ],
  })
}
