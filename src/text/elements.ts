import type { Properties } from 'hast'
import type { PhrasingContent } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { containsDisplayNone } from '../css/hides-content.ts'

/** What an inline HTML element means in Markdown. */
type ToPhrasing = (children: PhrasingContent[], properties: Properties) => PhrasingContent[]

const emphasis: ToPhrasing = (children) => [{ type: 'emphasis', children }]
const strong: ToPhrasing = (children) => [{ type: 'strong', children }]
const strike: ToPhrasing = (children) => [{ type: 'delete', children }]
const code: ToPhrasing = (children) => [{ type: 'inlineCode', value: toPlain(children) }]

/**
 * Elements that the HTML of an email leaves out with all that they hold: the `strip` of `html/schema.ts`, said again,
 * since HTML and plaintext know nothing of each other. `test/text/raw-html.test.ts` holds the two together.
 */
const stripped = new Set(
  'script style title template noscript textarea select svg math object iframe'.split(' '),
)

/** Elements that stand on lines of their own. */
const blocks = new Set(
  'address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html li main nav ol p pre search section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Between blocks a rule is centred; in a line it is the mark alone. */
export const ORNAMENT = '* * *'

const meanings: Record<string, ToPhrasing> = {
  a: (children, { href }) =>
    typeof href === 'string' ? [{ type: 'link', url: toAddress(href), children }] : children,
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
  s: strike,
  samp: code,
  strike,
  strong,
  sub: (children) => shift(children, '₀₁₂₃₄₅₆₇₈₉'),
  sup: (children) => shift(children, '⁰¹²³⁴⁵⁶⁷⁸⁹'),
  wbr: () => [{ type: 'text', value: '\u200B' }],
}

/**
 * Reads an inline HTML element as Markdown, so that the same writers print both.
 * @param name in lower case; one that means nothing on paper leaves its content
 * @param properties as hast has them
 */
export function parsePhrasing(
  name: string,
  properties: Properties,
  children: PhrasingContent[],
): PhrasingContent[] {
  if (isStripped(name) || isHidden(properties)) return []
  const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined
  return meaning ? meaning(children, properties) : children
}

/** True for an element that does not reach the HTML, nor does what is in it. */
export function isStripped(name: string): boolean {
  return stripped.has(name)
}

/** True for an element that stands on lines of its own. */
export function isBlockElement(name: string): boolean {
  return blocks.has(name)
}

/** True for an element that no reader of the HTML sees either. The attribute `hidden` hides nothing: HTML loses it. */
export function isHidden({ style }: Properties): boolean {
  return containsDisplayNone(String(style ?? ''))
}

/** White space around an address, and line breaks in it, are not part of it (WHATWG URL, section 4.4). */
function toAddress(href: string): string {
  return href.replace(/[\t\n\r]/g, '').trim()
}

/** `x<sup>2</sup>` reads as x², not as x2; words stay as they are. */
function shift(children: PhrasingContent[], digits: string): PhrasingContent[] {
  const text = toPlain(children)
  if (!/^\d+$/.test(text)) return children
  return [{ type: 'text', value: text.replace(/\d/g, (digit) => digits.charAt(Number(digit))) }]
}
