/**
 * Classic Outlook draws with Word. There is none here, so what it needs is held in the text of the emails: ghost tables,
 * widths in pixels, buttons in VML, padding on cells only (clients.md, section 3).
 */
import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { visitParents } from 'unist-util-visit-parents'
import { beforeAll, describe, expect, test } from 'vitest'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { type MadeEmail, makeEmails } from './make-emails.ts'

let emails: MadeEmail[] = []
beforeAll(async () => {
  emails = await makeEmails()
})

/** Where padding may stand besides on cells, and what of it is lost in classic Outlook. */
const padded: [selector: RegExp, reason: string][] = [
  [
    /^a$/,
    'a button is drawn in VML, a poll’s row has `mso-padding-alt`, other links are clicked on their words',
  ],
  [/^(kbd|code|samp)$/, 'letters stand closer to the edge of their ground'],
  [/^pre$/, 'code stands at the edge of its ground'],
  [/^blockquote$/, 'a quotation stands at its edge, which tells it apart'],
  [/^h2$/, 'the words of a section stand closer to the rule above them'],
]

/** What stands inline on the elements of an email, by their names; conditional comments are comments here. */
function declarations(html: string): { element: Element; name: string; value: string; parents: Element[] }[] {
  const found: ReturnType<typeof declarations> = []
  visitParents(fromHtml(html) as Root, 'element', (element, parents) => {
    for (const declaration of String(element.properties.style ?? '').split(';')) {
      const [name = '', value = ''] = declaration.split(/:(.*)/s)
      if (value !== '') found.push({ element, name, value, parents: parents as Element[] })
    }
  })
  return found
}

function elements(html: string, ...names: string[]): Element[] {
  const found: Element[] = []
  visitParents(fromHtml(html) as Root, 'element', (element) => {
    if (names.includes(element.tagName)) found.push(element)
  })
  return found
}

function each(look: (email: MadeEmail) => unknown[]): void {
  expect(emails.length).toBeGreaterThan(8)
  const wrong = emails
    .map((email) => [email.name, look(email)] as const)
    .filter(([, found]) => found.length > 0)
  expect(Object.fromEntries(wrong)).toEqual({})
}

describe('for classic Outlook', () => {
  test('every email has the office settings, the namespaces, and a ghost table of the column’s width', () =>
    each(({ html, matter }) => {
      const width = matter.template === 'letter' ? 580 : 600
      const needed = [
        '<o:PixelsPerInch>96</o:PixelsPerInch>',
        'xmlns:v="urn:schemas-microsoft-com:vml"',
        'xmlns:o="urn:schemas-microsoft-com:office:office"',
        `<!--[if mso]><table width="${width}" align="center" cellpadding="0" cellspacing="0"><tr><td><![endif]-->`,
        '<!--[if mso]></td></tr></table><![endif]-->',
      ]
      // Word wants to know the rule before the heights that it is about.
      const [frame = ''] = /<td class="frame"[^>]*>/.exec(html) ?? []
      const heights = html.slice(html.indexOf(frame)).search(/line-height:|font:[^;"]*\//)
      const rule = html.slice(html.indexOf(frame)).indexOf('mso-line-height-rule:exactly')
      const late = rule === -1 || rule > heights ? ['mso-line-height-rule'] : []
      return [...needed.filter((text) => !html.includes(text)), ...late]
    }))

  test('conditional comments reach the email as the template has them, opened and closed in turn', () =>
    each(({ html }) => {
      const marks = html.match(/<!--\[if (?:!?mso)\]>(?:<!-->)?|(?:<!--)?<!\[endif\]-->/g) ?? []
      const turn = marks.map((mark, index) => {
        const opens = mark.includes('[if')
        if (opens !== (index % 2 === 0)) return mark
        const isDownlevel = (opens ? mark : (marks[index - 1] ?? '')).includes('!mso')
        return opens || isDownlevel === mark.startsWith('<!--<!') ? '' : mark
      })
      return turn.filter((mark) => mark !== '').concat(marks.length % 2 === 0 ? [] : ['unclosed'])
    }))

  test('the comments of the layouts are there to the byte', () => {
    const files = loadTemplates()
    for (const template of ['default', 'letter']) {
      const layout = String(files.get(`${template}/layout.html`))
      // Of a comment with Liquid in it, what stands before that.
      const fixed = (layout.match(/<!--\[if mso\]>.*?<!\[endif\]-->/gs) ?? []).map(
        (text) => text.split(/\{[{%]/)[0] ?? '',
      )
      expect(fixed.length).toBeGreaterThan(2)
      each(({ html, matter }) =>
        matter.template === template ? fixed.filter((text) => !html.includes(text)) : [],
      )
    }
  })

  test('every button is drawn in VML as well, with the same address and words', () =>
    each(({ html }) => {
      const drawn = [...html.matchAll(/<v:roundrect href="([^"]*)"[^>]*><center[^>]*>(.*?)<\/center>/gs)]
      const links = [...html.matchAll(/<a[^>]* href="([^"]*)"[^>]*;mso-hide:all"[^>]*>(.*?)<\/a>/gs)]
      const plain = (text = '') => text.replace(/<[^>]*>/g, '').replaceAll('&gt;', '>')
      const toPairs = (found: RegExpExecArray[]) => found.map(([, href, words]) => [href, plain(words)])
      expect(toPairs(drawn)).toEqual(toPairs(links))
      const sized = [
        ...html.matchAll(/<v:roundrect[^>]*style="width:\d+px;height:\d+px;v-text-anchor:middle"/g),
      ]
      return sized.length === drawn.length ? [] : drawn.map(([text]) => text)
    }))

  test('padding stands on cells only, but for what is listed', () =>
    each(({ html }) =>
      declarations(html)
        .filter(({ name, value }) => /^padding/.test(name) && !/^0(px)?$/.test(value))
        .map(({ element }) => element.tagName)
        .filter(
          (name) => name !== 'td' && name !== 'th' && !padded.some(([selector]) => selector.test(name)),
        ),
    ))

  test('pictures have their width in pixels, and no height="auto"', () =>
    each(({ html }) =>
      elements(html, 'img')
        .filter(
          ({ properties: { width, height } }) =>
            !/^\d+$/.test(String(width)) || !/^\d+$/.test(String(height)),
        )
        .map(({ properties }) => properties.src),
    ))

  test('a ground has its bgcolor beside it, on what may have one', () =>
    each(({ html }) =>
      declarations(html)
        .filter(({ name, value }) => /^background/.test(name) && value !== 'none')
        .filter(({ element }) => /^(table|td|th|tr)$/.test(element.tagName))
        .filter(({ element, value }) => element.properties.bgColor !== value)
        .map(({ element, value }) => `${element.tagName} ${value}`),
    ))

  test('no picture lies behind anything, and nothing is placed, floated or counted in units that it lacks', () =>
    each(({ html }) =>
      declarations(html)
        .filter(
          ({ name, value }) =>
            /^(position|float|flex|grid|transform|background-image)/.test(name) ||
            /url\(|calc\(|rgba?\(|hsl|\d(rem|vw|vh)\b/.test(value),
        )
        .map(({ name, value }) => `${name}:${value}`),
    ))

  test('lists keep their bullets: a margin and no padding, and no list within Outlook’s own margin', () =>
    each(({ html }) => {
      expect(html).toMatch(/<!--\[if mso\]>.*li\{margin-left:24px\}.*<!\[endif\]-->/s)
      return elements(html, 'ul', 'ol')
        .map(({ properties }) => String(properties.style))
        .filter(
          (style) =>
            !/margin:\S+ (\S+ \S+ (24|26)px|(24|26)px \S+ 0)/.test(style) || !/padding:0/.test(style),
        )
    }))

  test('layout tables say their spacing', () =>
    each(({ html }) =>
      elements(html, 'table')
        .filter(
          ({ properties }) => properties.role === 'presentation' && properties.cellSpacing === undefined,
        )
        .map(({ properties }) => JSON.stringify(properties)),
    ))
})
