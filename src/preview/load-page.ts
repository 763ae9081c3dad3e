import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Reply } from './reply.ts'

/** The page may only run its own script and connect to its own server. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "frame-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ')

const rulesPolicy = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/**
 * Loads the built files of the preview's page, by path.
 * @throws {Error} when they were not built
 */
export function loadPage(): Map<string, Reply> {
  const folder = findFolder()
  const load = (name: string, type: string, headers: Record<string, string> = {}): Reply => ({
    status: 200,
    type: `${type}; charset=utf-8`,
    body: readFileSync(join(folder, name)),
    headers,
  })
  const framing = { 'Content-Security-Policy': policy, 'X-Frame-Options': 'DENY' }
  return new Map([
    ['/', load('page.html', 'text/html', framing)],
    ['/page.js', load('page.js', 'text/javascript')],
    ['/page.css', load('page.css', 'text/css')],
    // It has a style sheet of its own.
    ['/rules.html', load('../rules.html', 'text/html', { 'Content-Security-Policy': rulesPolicy })],
  ])
}

/** `lib/preview/`: beside the command in a package, above `src/preview/` in the checkout. */
function findFolder(): string {
  const here = fileURLToPath(new URL('.', import.meta.url))
  const checkout = /[\\/]src[\\/]preview[\\/]?$/.test(here)
  return checkout ? join(here, '..', '..', 'lib', 'preview') : join(here, 'preview')
}
