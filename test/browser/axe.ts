import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'
import type { Page } from 'playwright-core'

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** A message has no landmarks: the mail client around it has them. */
const landmarks = [
  'landmark-banner-is-top-level',
  'landmark-complementary-is-top-level',
  'landmark-contentinfo-is-top-level',
  'landmark-main-is-top-level',
  'landmark-no-duplicate-banner',
  'landmark-no-duplicate-contentinfo',
  'landmark-no-duplicate-main',
  'landmark-one-main',
  'landmark-unique',
  'region',
]

interface Axe {
  run(context: unknown, options: unknown): Promise<{ violations: Violation[]; passes: unknown[] }>
}

interface Violation {
  id: string
  help: string
  nodes: { html: string; failureSummary?: string }[]
}

/** What axe-core's rules of WCAG 2.0 to 2.2, levels A and AA, and its best practices say of a message. */
export function findFaults(page: Page): Promise<string[]> {
  return run(page, { rules: toRules(false) })
}

/** What they say of a whole page, which has landmarks; frames in it have tests of their own. */
export function findPageFaults(page: Page): Promise<string[]> {
  return run(page, { rules: toRules(true), iframes: false })
}

function toRules(hasLandmarks: boolean) {
  const set = Object.fromEntries(landmarks.map((rule) => [rule, { enabled: hasLandmarks }]))
  return { ...set, 'target-size': { enabled: true } }
}

async function run(page: Page, given: { rules: object; iframes?: boolean }): Promise<string[]> {
  await loadAxe(page)
  const options = { runOnly: tags, ...given }
  const { violations, passed } = await page.evaluate(async (given) => {
    const { axe } = window as unknown as { axe: Axe }
    const result = await axe.run(document, { ...given, resultTypes: ['violations'] })
    return { violations: result.violations, passed: result.passes.length }
  }, options)
  if (passed < 10) throw new Error('axe-core looked at nothing')
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 160)}`),
  )
}

/** axe-core as a function, which costs a document nothing until it is called. */
const initScript = `globalThis.startAxe = () => {${readFileSync(script, 'utf8')}\n}`

/** Loads axe-core into the page's document, once. */
async function loadAxe(page: Page): Promise<void> {
  const state = await page.evaluate(() => {
    if ('axe' in window) return 'started'
    return 'startAxe' in window ? 'prepared' : 'missing'
  })
  if (state === 'missing') await loadScript(page)
  else if (state === 'prepared') await page.evaluate('startAxe()')
}

/**
 * Loads the script of axe-core. A page of files has it in the documents that it opens later, too: the browser then
 * compiles it once per page, and not once per document.
 */
async function loadScript(page: Page): Promise<void> {
  if (!page.url().startsWith('file:')) return page.evaluate(readFileSync(script, 'utf8'))
  await page.addInitScript(initScript)
  // Read from the disk, which is much quicker than to send its text.
  const element = await page.addScriptTag({ url: pathToFileURL(script).href })
  await element.evaluate((node) => (node as Element).remove())
}
