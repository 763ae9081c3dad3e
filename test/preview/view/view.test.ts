/**
 * A folder a case: `input.html`, an email with its places, and what becomes of it: `expected.<view>.html`, the view's
 * words parted by `+`: `dark`, `light`, `no-images`, `no-styles`, and a client, `gmail.ios`. `taken.txt` says what the
 * clients take. `npm run case -- preview/view/NAME` runs one; with `UPDATE=1` it rewrites these files, and an empty
 * `expected.<view>.html` adds a view.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { platforms } from '../../../src/mail-clients/features.ts'
import { renderView, type ViewOptions } from '../../../src/preview/view/render-view.ts'
import type { LossSummary } from '../../../src/preview/view/summarize-losses.ts'
import { expectFiles } from '../../support/expect-files.ts'
import { listCases } from '../../support/list-cases.ts'

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

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  test('looks as expected in each view, and lists what its clients take', () => {
    const folder = join(import.meta.dirname, name)
    const input = readFileSync(join(folder, 'input.html'), 'utf8')
    const views = readdirSync(folder).flatMap((file) => /^expected\.(.+)\.html$/.exec(file)?.[1] ?? [])
    const outputs: Record<string, string> = {}
    const taken: string[] = []
    for (const view of views) {
      const options = toOptions(view)
      const result = renderView(input, options)
      outputs[`expected.${view}.html`] = result.html
      if (options.client !== null) taken.push([view, ...result.losses.map(toLine), ''].join('\n'))
    }
    expectFiles(folder, { ...outputs, 'taken.txt': taken.join('\n') })
  })
})
