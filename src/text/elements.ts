import type { Properties } from 'hast'
import type { PhrasingContent } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { containsDisplayNone } from '../css/hides-content.ts'

/** Converts an inline HTML element, its content already converted, to Markdown. */
type PhrasingParser = (children: PhrasingContent[], properties: Properties) => PhrasingContent[]

const emphasis: PhrasingParser = (children) => [{ type: 'emphasis', children }]
const strong: PhrasingParser = (children) => [{ type: 'strong', children }]
const strike: PhrasingParser = (children) => [{ type: 'delete', children }]
const code: PhrasingParser = (children) => [{ type: 'inlineCode', value: toPlain(children) }]

/**
 * Elements that the HTML of an email removes together with their content. Repeats the `strip` of `html/schema.ts`, since
 * HTML and plaintext do not import each other; `test/text/raw-html.test.ts` verifies that the two agree.
 */
const stripped = new Set(
  'script style title template noscript textarea select svg math object iframe'.split(' '),
)

/** Block-level elements: their content starts and ends on lines of its own. */
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li main nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** A horizontal rule. `printFlow` centres it between blocks; within a line it is printed as it is. */
export const ORNAMENT = '* * *'

const parsers: Record<string, PhrasingParser> = {
  a: (children, { href }) =>
    typeof href === 'string' ? [{ type: 'link', url: normalizeHref(href), children }] : children,
  b: strong,
  br: () => [{ type: 'break' }],
  cite: emphasis,
  code,
  del: strike,
  em: emphasis,
  hr: () => [{ type: 'text', value: ORNAMENT }],
  i: emphasis,
  img: (_, { alt, src }) => [{ type: 'image', url: String(src ?? ''), alt: String(alt ?? '') }],
  kbd: code,
  q: (children) => [{ type: 'text', value: '“' }, ...children, { type: 'text', value: '”' }],
  rp: () => [],
  // Ruby: the reading of the characters before it, in the brackets of their script as `rp` would have them.
  rt: (children) =>
    toPlain(children).trim() === ''
      ? []
      : [{ type: 'text', value: '（' }, ...children, { type: 'text', value: '）' }],
  s: strike,
  samp: code,
  strike,
  strong,
  sub: (children) => shiftDigits(children, '₀₁₂₃₄₅₆₇₈₉'),
  sup: (children) => shiftDigits(children, '⁰¹²³⁴⁵⁶⁷⁸⁹'),
  wbr: () => [{ type: 'text', value: '\u200B' }],
}

/**
 * Converts an inline HTML element to Markdown nodes, so that the same writers print both.
 * @param name the tag name, in lower case; an element without a counterpart in plaintext is replaced by its content
 * @param properties the element's attributes as hast properties
 * @param children the element's content, already converted
 */
export function parsePhrasing(
  name: string,
  properties: Properties,
  children: PhrasingContent[],
): PhrasingContent[] {
  if (isStripped(name) || isHidden(properties)) return []
  const parser = Object.hasOwn(parsers, name) ? parsers[name] : undefined
  return parser ? parser(children, properties) : children
}

/** True for an element that the HTML of an email removes together with its content. */
export function isStripped(name: string): boolean {
  return stripped.has(name)
}

/** True for a block-level element. */
export function isBlockElement(name: string): boolean {
  return blocks.has(name)
}

/**
 * True for an element that is invisible in the HTML too. The attribute `hidden` does not count, since the HTML of an
 * email does not retain it.
 */
export function isHidden({ style }: Properties): boolean {
  return containsDisplayNone(String(style ?? ''))
}

/** White space around a URL, and line breaks within it, are not part of it (WHATWG URL, section 4.4). */
function normalizeHref(href: string): string {
  return href.replace(/[\t\n\r]/g, '').trim()
}

/** Prints `x<sup>2</sup>` as x² instead of x2; anything but digits is unchanged. */
function shiftDigits(children: PhrasingContent[], digits: string): PhrasingContent[] {
  const text = toPlain(children)
  if (!/^\d+$/.test(text)) return children
  return [{ type: 'text', value: text.replace(/\d/g, (digit) => digits.charAt(Number(digit))) }]
}
