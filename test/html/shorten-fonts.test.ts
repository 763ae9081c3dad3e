import { expect, test } from 'vitest'
import { inlineStyles } from '../../src/html/inline-styles.ts'
import { canInheritFonts, shortenFonts } from '../../src/html/shorten-fonts.ts'

const family = '-apple-system,BlinkMacSystemFont,Roboto,Arial,sans-serif'

/** Shortens the fonts of some markup in an element that has the family. */
function shorten(markup: string): string {
  const html = inlineStyles(`<div style="font:16px/24px ${family}">${markup}</div>`, '', shortenFonts)
  return html.replace(`<div style="font:16px/24px ${family}">`, '').replace(/<\/div>$/, '')
}

test.each([
  [
    'a title',
    `<h2 style="margin:0;font:bold 20px/28px ${family}">A</h2>`,
    '<h2 style="margin:0;font-weight:bold;font-size:20px;line-height:28px">A</h2>',
  ],
  [
    'a paragraph',
    `<p style="font:15px/24px ${family}">A</p>`,
    '<p style="font-size:15px;line-height:24px">A</p>',
  ],
  [
    'what would inherit bold type',
    `<b><span style="font:15px/24px ${family}">A</span></b>`,
    '<b><span style="font-weight:normal;font-size:15px;line-height:24px">A</span></b>',
  ],
])('%s has no family of its own', (_, markup, expected) => {
  expect(shorten(markup)).toBe(expected)
})

test.each([
  ['another family', '<p style="font:15px/24px Georgia,serif">A</p>'],
  [
    'the family in something of another one',
    `<div style="font:15px/24px Georgia,serif"><p style="font:15px/24px ${family}">A</p></div>`,
  ],
  [
    'the family in something whose font is not a plain one',
    `<div style="font:menu"><p style="font:15px/24px ${family}">A</p></div>`,
  ],
  ['italics', `<p style="font:italic 15px/24px ${family}">A</p>`],
  ['upright type in italics', `<em><span style="font:15px/24px ${family}">A</span></em>`],
  ['code', `<code style="font:15px/24px ${family}">A</code>`],
  ['no height of its lines', `<p style="font:15px ${family}">A</p>`],
])('%s stays', (_, markup) => {
  expect(shorten(markup)).toBe(markup)
})

test('a short family stays', () => {
  const html =
    '<div style="font:16px/24px Georgia,serif"><p style="font:bold 15px/24px Georgia,serif">A</p></div>'
  expect(inlineStyles(html, '', shortenFonts)).toBe(html)
})

test.each([
  [
    'a rule for cells in classic Outlook',
    '<!--[if mso]><style>td,p{font-family:Arial}</style><![endif]-->',
    true,
  ],
  ['such a rule for all mail clients', '<style>td,p{font-family:Arial}</style>', false],
  ['another rule for classic Outlook', '<!--[if mso]><style>li{margin:0}</style><![endif]-->', false],
  [
    'a table for classic Outlook',
    '<!--[if mso]><table><![endif]--><style>td{font-family:Arial}</style>',
    false,
  ],
])('with %s, families are inherited: %s', (_, head, expected) => {
  expect(canInheritFonts(`<html><head>${head}</head><body></body></html>`)).toBe(expected)
})
