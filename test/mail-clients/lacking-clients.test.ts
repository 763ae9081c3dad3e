/** What a client has in part it lacks only where what is written is what its notes exclude. */
import { describe, expect, test } from 'vitest'
import { parseDeclarations, parseStyleSheet } from '../../src/css/parse-css.ts'
import { attributeFeatures, elementFeatures } from '../../src/mail-clients/element-features.ts'
import type { FeatureUse } from '../../src/mail-clients/feature-use.ts'
import { clientNames, formatClientList, resolvePlatforms } from '../../src/mail-clients/features.ts'
import { findSheetUses, inlineDeclarationUses } from '../../src/mail-clients/find-css-uses.ts'
import { findLackingClients } from '../../src/mail-clients/lacking-clients.ts'

const clients = resolvePlatforms(['gmail', 'outlook', 'apple-mail', 'yahoo', 'samsung-email'])

function toText(uses: FeatureUse[]): string[] {
  return uses.flatMap((use) => {
    const { lacking, tested } = findLackingClients(use, clients)
    return lacking.length > 0 ? [`${use.slug}: ${formatClientList(lacking, tested)}`] : []
  })
}

describe('of a style attribute', () => {
  test.each([
    ['p', 'margin: 0 0 20px', []],
    ['p', 'margin: 0 auto', ['css-margin: Outlook (Windows)']],
    ['p', 'margin: 0 0 -1px', ['css-margin: Gmail, Outlook, Yahoo! Mail']],
    ['p', 'margin: calc(1px - 1px)', ['css-unit-calc: Outlook, Yahoo! Mail']],
    ['td', 'padding: 4px', []],
    ['a', 'padding: 4px', ['css-padding: Outlook (Windows)']],
    ['a', 'padding: 0', []],
    ['img', 'height: auto; max-width: none', []],
    ['img', 'max-width: 100%', ['css-max-width: Outlook (Windows)']],
    ['table', 'max-width: 600px', []],
    ['div', 'width: 100%', []],
    ['div', 'width: 50%', ['css-width: Outlook (Windows)']],
    ['td', 'width: 50%', []],
    ['td', 'border: 8px solid #000000', []],
    ['td', 'border: 10px solid #000000', ['css-border: Outlook (Windows)']],
    ['td', 'background: #ffffff', []],
    ['td', 'background: rgb(1, 2, 3)', []],
    ['td', 'background: url(a,b.png)', ['css-background: Outlook (Windows)']],
    ['td', 'background: url(a.png), url(b.png)', ['css-background: Outlook (Windows), Yahoo! Mail']],
    ['td', 'color: rgb(1, 2, 3, 0.5)', ['css-rgb: Outlook (Windows)']],
    ['td', 'color: rgba(1, 2, 3, 0.5)', ['css-rgba: Outlook (Windows)']],
    ['a', 'display: block', []],
    ['a', 'display: inline-flex', ['css-display-flex: Outlook (Windows)']],
    ['p', 'text-align: left', []],
    ['p', 'text-align: start', ['css-text-align: Outlook (Windows), Yahoo! Mail']],
    ['p', 'font: bold 17px/28px Georgia, serif', []],
    ['p', 'font-family: "1rem", calc', []],
    ['p', 'color: #1e1b18; background: #0f766e', []],
    ['p', 'MARGIN-TOP: -1PX', ['css-margin: Gmail, Outlook, Yahoo! Mail']],
    ['p', '-webkit-transform: none; mso-hide: all', []],
    ['p', 'no-such-property: 1px', []],
    ['p', 'a broken {', []],
  ])('<%s style="%s">', (tagName, style, expected) => {
    const uses = parseDeclarations(style).flatMap((node) => inlineDeclarationUses(node, tagName))
    expect(toText(uses)).toEqual(expected)
  })
})

describe('of a style sheet', () => {
  test.each([
    ['a { color: #000000 }', []],
    ['a:hover { color: #000000 }', ['css-pseudo-class-hover: Gmail (iOS), Outlook (iOS, Windows)']],
    [
      '.a:hover { color: #000000 }',
      ['css-pseudo-class-hover: Gmail (iOS), Outlook (iOS, macOS, Outlook.com, Windows)'],
    ],
    ['[data-ogsc] .a { color: #000000 !important }', []],
    [
      '[data-ogsc] .a:not(.b) { color: #000000 }',
      ['css-pseudo-class-not: Outlook (Android, iOS, Outlook.com)'],
    ],
    ['u + .body .a { color: #000000 }', []],
    ['@media (max-width: 600px) { .a { color: #000000 } }', ['css-at-media: Outlook (Windows)']],
    [
      '@media screen and (min-width: 1px), screen { a { left: 0 } }',
      [
        'css-at-media: Outlook (Windows)',
        'css-left-right-top-bottom: Gmail (Android, desktop webmail, iOS), Yahoo! Mail',
      ],
    ],
    ['@media print { .a { color: #000000 } }', ['css-at-media: Outlook (Windows), Yahoo! Mail']],
    [
      '@media (min-height: 1px) { .a { color: #000000 } }',
      ['css-at-media: Gmail (Android, desktop webmail, iOS), Outlook (Windows)'],
    ],
    // Who has no dark mode loses nothing more by what is in it.
    [
      '@media (prefers-color-scheme: dark) { .a > b { color: #000000 } }',
      [
        'css-at-media-prefers-color-scheme: Gmail (Android, desktop webmail, iOS), Outlook (Windows), Yahoo! Mail',
      ],
    ],
    ['@keyframes a { from { color: #000000 } }', [expect.stringMatching(/^css-at-keyframes: Gmail/)]],
  ])('%s', (css, expected) => {
    const uses = parseStyleSheet(css).nodes.flatMap((node) => findSheetUses(node))
    expect(toText(uses.map(({ use }) => use))).toEqual(expected)
  })
})

describe('of HTML', () => {
  test.each([
    ['p', []],
    ['body', []],
    ['video', ['html-video: Gmail, Outlook (Android, iOS, Outlook.com, Windows), Yahoo! Mail']],
    ['time', ['html-semantics: Outlook (Windows), Yahoo! Mail']],
    ['nav', ['html-semantics: Gmail, Outlook, Yahoo! Mail']],
  ])('<%s>', (tagName, expected) => {
    expect(toText(elementFeatures(tagName))).toEqual(expected)
  })

  test.each([
    ['table', 'role', 'presentation', []],
    ['div', 'role', 'article', ['html-role: Yahoo! Mail']],
    ['img', 'width', '100', []],
    ['img', 'width', '100%', ['html-width: Outlook (Windows)']],
    ['a', 'target', '_blank', []],
    ['a', 'href', 'mailto:a@example.com?subject=bcc', []],
    ['a', 'href', 'mailto:a@example.com?bcc=b@example.com', ['html-mailto-links: Yahoo! Mail (Android)']],
    ['li', 'value', '4', ['html-lists: Outlook (Windows)']],
    ['input', 'value', '4', []],
    ['th', 'abbr', 'W', []],
    ['col', 'span', '2', []],
  ])('<%s %s="%s">', (tagName, name, value, expected) => {
    expect(toText(attributeFeatures(tagName, name, value))).toEqual(expected)
  })
})

describe('clients', () => {
  test('are families or platforms', () => {
    expect(clientNames).toContain('gmail')
    expect(clientNames).toContain('outlook.windows')
    expect(resolvePlatforms(['outlook.windows', 'samsung-email', 'gmial'])).toEqual([
      'outlook.windows',
      'samsung-email.android',
    ])
  })

  test('that went out of service are meant only by their own name', () => {
    expect(resolvePlatforms(['outlook'])).not.toContain('outlook.windows-mail')
    expect(resolvePlatforms(['outlook.windows-mail'])).toEqual(['outlook.windows-mail'])
  })
})
