/**
 * Sections of the pages that are made here and not written by hand: what stands between `<!-- begin: NAME -->` and
 * `<!-- end: NAME -->`.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { type Page, readPage, root } from './pages.ts'

/** The names of a page's sections, in their order. */
export function listSections({ text }: Page): string[] {
  return [...text.matchAll(/^<!-- begin: (.+) -->$/gm)].map(([, name = '']) => name)
}

/**
 * Expects a section of a page to be as it is now; with `UPDATE=1`, writes it.
 * @param path the page's, relative to the repository's root
 * @param name the section's
 * @param actual its Markdown
 */
export function expectSection(path: string, name: string, actual: string): void {
  const begin = `<!-- begin: ${name} -->\n`
  const end = `<!-- end: ${name} -->`
  const [before, rest] = readPage(path).text.split(begin)
  const [shown, after] = (rest ?? '').split(end)
  const section = `\n${actual}\n\n`
  if (process.env.UPDATE === '1' && after !== undefined)
    writeFileSync(join(root, path), `${before}${begin}${section}${end}${after}`)
  else expect(section).toBe(shown)
  expect(after).toBeDefined()
}
