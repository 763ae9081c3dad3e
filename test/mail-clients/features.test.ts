/**
 * Every feature of the data is found by what uses it, or left out with a reason: `features.txt` says which. After
 * `node test/mail-clients/refresh.mjs` this names what is new, so that it is sorted before it is silently passed over.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { find, html } from 'property-information'
import { visit } from 'unist-util-visit'
import { describe, expect, test } from 'vitest'
import { parseDeclarations, parseStyleSheet } from '../../src/css/parse-css.ts'
import data from '../../src/mail-clients/caniemail.json' with { type: 'json' }
import { conditions } from '../../src/mail-clients/conditions.ts'
import { attributeFeatures, elementFeatures } from '../../src/mail-clients/element-features.ts'
import { features } from '../../src/mail-clients/features.ts'
import { findSheetUses, inlineDeclarationUses } from '../../src/mail-clients/find-css-uses.ts'

const lines = readFileSync(join(import.meta.dirname, 'features.txt'), 'utf8').split('\n')
const sorted = new Map(
  lines.flatMap((line): [string, string][] => {
    const [, slug, example] = /^([a-z][\w-]*) +(.+)$/.exec(line) ?? []
    return slug && example ? [[slug, example]] : []
  }),
)

/** A tag, a rule, an at-rule or a declaration. */
function toSlugs(example: string): string[] {
  if (example.startsWith('<')) return toHtmlSlugs(example)
  const uses = /[{@]/.test(example)
    ? parseStyleSheet(example).nodes.flatMap((node) => findSheetUses(node).map(({ use }) => use))
    : parseDeclarations(example).flatMap((node) => inlineDeclarationUses(node, 'td'))
  return uses.map(({ slug }) => slug)
}

function toHtmlSlugs(example: string): string[] {
  const slugs: string[] = []
  visit(
    fromHtml(example, { fragment: !/<(meta|base|link)/.test(example) }),
    'element',
    (element: Element) => {
      const { tagName, properties } = element
      slugs.push(...elementFeatures(tagName, properties.type as string | undefined).map(({ slug }) => slug))
      for (const [key, value] of Object.entries(properties))
        slugs.push(
          ...attributeFeatures(tagName, find(html, key).attribute, String(value)).map(({ slug }) => slug),
        )
    },
  )
  return slugs
}

test('the data name their date, source and licence', () => {
  expect(data.date).toMatch(/^\d{4}-\d\d-\d\d$/)
  expect(data.source).toContain('caniemail.com')
  expect(data.licence).toMatch(/^MIT License Copyright .* THE SOFTWARE IS PROVIDED "AS IS"/)
})

test('every feature is sorted, and every sorted one a feature', () => {
  expect([...sorted.keys()].sort()).toEqual(Object.keys(features).sort())
})

describe('is found by what uses it', () => {
  test.each([...sorted].filter(([, example]) => !example.startsWith('-')))('%s: %s', (slug, example) => {
    expect(toSlugs(example)).toContain(slug)
  })
})

test.each(conditions.map(({ slug, note }) => [slug, note]))('the data have a note %s %s', (slug, note) => {
  const notes = Object.entries(features).flatMap(([name, feature]) =>
    slug.test(name) ? Object.values(feature.notes ?? {}) : [],
  )
  expect(notes.filter((text) => note.test(text))).not.toEqual([])
})
