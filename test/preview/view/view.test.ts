/**
 * A folder a case: `input.html`, an email with its places, and what becomes of it: `expected.<view>.html`, the view's
 * words parted by `+`: `dark`, `light`, `no-images`, `no-styles`, and a client, `gmail.ios`. `taken.txt` says what the
 * clients take. `UPDATE=1 npx vitest run test/preview/view` writes them anew; an empty `expected.<view>.html` adds a view.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { platforms } from '../../../src/mail-clients/features.ts'
import { renderView, type ViewOptions } from '../../../src/preview/view/render-view.ts'
import type { LossSummary } from '../../../src/preview/view/summarize-losses.ts'
import { expectFile } from '../../support/expect-file.ts'

const here = import.meta.dirname
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

function toOptions(view: string): ViewOptions {
  const words = view.split('+')
  const client = words.find((word) => platforms.includes(word)) ?? null
  const rest = words.filter((word) => word !== client)
  expect(['dark', 'light', 'no-images', 'no-styles']).toEqual(expect.arrayContaining(rest))
  return {
    dark: rest.includes('dark'),
    images: !rest.includes('no-images'),
    styles: !rest.includes('no-styles'),
    client,
  }
}

function toLine({ what, feature, count, at, notes }: LossSummary): string {
  const place = at ? `, ${at.file}:${at.line}:${at.column}` : ''
  return [`  ${what} ×${count} (${feature}${place})`, ...notes.map((note) => `      ${note}`)].join('\n')
}

describe.each(cases.map(({ name }) => name))('%s', (name) => {
  const folder = join(here, name)
  const input = readFileSync(join(folder, 'input.html'), 'utf8')
  const views = readdirSync(folder).flatMap((file) => /^expected\.(.+)\.html$/.exec(file)?.[1] ?? [])

  test.each(views)('as %s', (view) => {
    expectFile(join(folder, `expected.${view}.html`), renderView(input, toOptions(view)).html)
  })

  test('tells what was taken', () => {
    const parts = views
      .filter((view) => toOptions(view).client !== null)
      .map((view) => [view, ...renderView(input, toOptions(view)).losses.map(toLine), ''].join('\n'))
    if (parts.length > 0) expectFile(join(folder, 'taken.txt'), parts.join('\n'))
  })
})
