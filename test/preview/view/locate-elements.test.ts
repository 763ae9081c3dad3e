/** Every element of the finished HTML says where it was written, if that is a file of the newsletter's own. */
import type { Element } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visit } from 'unist-util-visit'
import { VFile } from 'vfile'
import { location } from 'vfile-location'
import { describe, expect, test } from 'vitest'
import { type CheckContext, defineCheck } from '../../../src/checks/check.ts'
import { loadTemplates } from '../../../src/files/load-templates.ts'
import { locateElements } from '../../../src/preview/view/locate-elements.ts'
import { render } from '../../../src/render/render.ts'
import { defaultSettings } from '../../../src/settings.ts'
import { createThemes } from '../../../src/theme/themes.ts'
import { kitchenSink, openNewsletter } from '../../browser/make-emails.ts'

const root = '/newsletter'

/** The places of an issue's elements, by their names: `strong issues/a.md:7:3`. */
async function locate(value: string, own: Record<string, string> = {}): Promise<string[]> {
  return toPlaces(await renderLocated(value, own))
}

async function renderLocated(value: string, own: Record<string, string>): Promise<string> {
  const settings = { ...defaultSettings, name: 'N' }
  const templates = loadTemplates()
  for (const [path, text] of Object.entries(own))
    templates.set(path, new VFile({ path: `templates/${path}`, cwd: root, value: text }))
  const themes = createThemes(templates, settings)
  const file = new VFile({ path: 'issues/a.md', cwd: root, value })
  const { convertMarked } = await render(file, { settings, themes, checks: [] })
  return convertMarked((marked) => locateElements(marked, file, themes.get('default')?.files ?? new Map()))
}

function toPlaces(located: string): string[] {
  const places: string[] = []
  visit(fromHtml(located), 'element', ({ tagName, properties }: Element) => {
    if (properties.dataAt !== undefined) places.push(`${tagName} ${properties.dataAt}`)
    expect(properties).not.toHaveProperty('dataO')
  })
  return places
}

const lines = [
  '---',
  'title: T',
  '---',
  '',
  '😀 **bold** 👩‍👩‍👧 *lean*',
  '',
  '- one',
  '- {{ name }} [two](https://example.com)',
  '',
]
const places = [
  'p issues/a.md:5:1',
  'strong issues/a.md:5:4',
  'em issues/a.md:5:22',
  'ul issues/a.md:7:1',
  'li issues/a.md:7:1',
  'li issues/a.md:8:1',
  'a issues/a.md:8:14',
]

describe('what Markdown made', () => {
  test.each([
    ['LF', lines.join('\n')],
    ['CRLF', lines.join('\r\n')],
    ['CR', lines.join('\r')],
    ['a byte order mark and CRLF', `\ufeff${lines.join('\r\n')}`],
  ])('is found in a file with %s', async (_, value) => {
    expect(await locate(value)).toEqual(places)
  })

  test('is found in a file that still has its byte order mark', () => {
    const file = new VFile({ path: 'a.md', value: '\ufeffone\r\n*two*' })
    expect(locateElements('<em data-o="5-10">two</em>', file, new Map())).toBe(
      '<em data-at="a.md:2:1">two</em>',
    )
  })

  test('is found in a path with signs that HTML reads otherwise', () => {
    const file = new VFile({ path: 'issues/a"&amp;.md', value: 'one' })
    const located = locateElements('<p data-o="0-3">one</p>', file, new Map())
    expect(toPlaces(located)).toEqual(['p issues/a"&amp;.md:1:1'])
  })
})

describe('what a template made', () => {
  const layout = '<table><tr><td>\n{{ content }}\n  <p\n>{{ issue.title }}</p></td></tr></table>\n'

  test('has no place when it shipped with the tool', async () => {
    expect(await locate('---\ntitle: T\n---\n')).toEqual([])
  })

  test('leads to the block when it is one, at whose line a writer wants to be', async () => {
    const places = await locate('---\ntitle: T\n---\n\n::button[Go]{url=https://example.com}\n')
    expect(places).toContain('a issues/a.md:5:1')
    expect(new Set(places.map((place) => place.split(' ')[1]))).toEqual(new Set(['issues/a.md:5:1']))
  })

  test('is found in a template of the newsletter’s own, among shipped ones', async () => {
    const block = '---\nbody: optional\n---\n<div\n>{{ body }}</div>\n'
    const own = {
      'default/layout.html': layout,
      'default/blocks/only.html': '',
      'default/blocks/mine.html': block,
    }
    expect(await locate('---\ntitle: T\n---\n\n:::mine\n**a**\n:::\n', own)).toEqual([
      'table templates/default/layout.html:1:1',
      'tr templates/default/layout.html:1:8',
      'td templates/default/layout.html:1:12',
      'div issues/a.md:5:1',
      'p issues/a.md:6:1',
      'strong issues/a.md:6:1',
      'p templates/default/layout.html:3:3',
    ])
  })

  test('says nothing of a place itself', async () => {
    const own = { 'default/layout.html': '<p data-at="/etc/passwd:1:1">{{ content }}</p>' }
    expect(await locate('---\ntitle: T\n---\n', own)).toEqual(['p templates/default/layout.html:1:1'])
  })
})

describe('what a shipped template has added to the issue', () => {
  const value =
    '---\ntitle: T\n---\n\n*a*\n\n<b style="color:red">b</b>\n\n::button[Go]{url=https://example.com}\n'
  const findShipped = async (own: Record<string, string> = {}) =>
    [
      ...(await renderLocated(value, own)).matchAll(
        /<(em|b|a)\b[^>]*?data-at="issues[^"]*"(?: data-shipped="(\w+)")?/g,
      ),
    ].map(([, name, shipped]) => `${name} ${shipped}`)

  test('is known: styles of what Markdown made, all of a block, nothing of the writer’s HTML', async () => {
    expect([...new Set(await findShipped())]).toEqual(['em styles', 'b undefined', 'a all'])
  })

  test('is not assumed of a template that the newsletter has changed', async () => {
    const own = { 'default/blocks/only.html': '' }
    expect([...new Set(await findShipped(own))]).toEqual(['em undefined', 'b undefined', 'a all'])
  })
})

test('text that looks like a mark stays', () => {
  const html = '<p data-o="0-1" title=\'<p data-o="0-1">\'>a data-o="0-1" b</p>'
  const file = new VFile({ path: 'a.md', value: 'a' })
  expect(locateElements(html, file, new Map())).toContain('>a data-o="0-1" b</p>')
})

test('every place is the one that the checks are given', async () => {
  const newsletter = await openNewsletter(kitchenSink)
  const { settings, themes, slugs } = newsletter
  for (const { file, matter } of newsletter.issues) {
    const subjects: CheckContext[] = []
    const probe = defineCheck({
      name: 'probe',
      summary: '',
      note: '',
      level: 'warning',
      run: (subject) => void subjects.push(subject),
    })
    const slugOf = (path: string) => slugs.get(path)
    const { convertMarked } = await render(file, { settings, themes, slugOf, checks: [probe] })
    const expected: string[] = []
    const [subject] = subjects
    if (!subject) throw new Error('No subject')
    visit(subject.document, 'element', (element) => {
      const { file: origin, position } = subject.originOf(element)
      const [, block] = /@(\d+)/.exec(String(element.properties.dataO)) ?? []
      const point = block === undefined ? undefined : location(file).toPoint(Number(block))
      if (point) expected.push(`${element.tagName} ${file.path}:${point.line}:${point.column}`)
      if (point) return
      // An element without a mark has the place of the one around it.
      if (element.properties.dataO === undefined || origin.cwd !== file.cwd || !position) return
      expected.push(`${element.tagName} ${origin.path}:${position.start.line}:${position.start.column}`)
    })
    const { files } = themes.get(matter.template) ?? { files: new Map() }
    expect(toPlaces(convertMarked((marked) => locateElements(marked, file, files)))).toEqual(expected)
    expect(expected.length).toBeGreaterThan(20)
  }
})
