import type { Properties } from 'hast'
import type { PhrasingContent } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'

/** What an inline HTML element means in Markdown. */
type ToPhrasing = (children: PhrasingContent[], properties: Properties) => PhrasingContent[]

const emphasis: ToPhrasing = (children) => [{ type: 'emphasis', children }]
const strong: ToPhrasing = (children) => [{ type: 'strong', children }]
const strike: ToPhrasing = (children) => [{ type: 'delete', children }]
const code: ToPhrasing = (children) => [{ type: 'inlineCode', value: toPlain(children) }]
const nothing: ToPhrasing = () => []

const meanings: Record<string, ToPhrasing> = {
  a: (children, { href }) =>
    typeof href === 'string' ? [{ type: 'link', url: toAddress(href), children }] : children,
  b: strong,
  br: () => [{ type: 'break' }],
  cite: emphasis,
  code,
  del: strike,
  em: emphasis,
  i: emphasis,
  img: (_, { alt, src }) => [{ type: 'image', url: String(src ?? ''), alt: String(alt ?? '') }],
  kbd: code,
  q: (children) => [{ type: 'text', value: '“' }, ...children, { type: 'text', value: '”' }],
  s: strike,
  samp: code,
  script: nothing,
  strike,
  strong,
  style: nothing,
  sub: (children) => shift(children, '₀₁₂₃₄₅₆₇₈₉'),
  sup: (children) => shift(children, '⁰¹²³⁴⁵⁶⁷⁸⁹'),
  svg: nothing,
  template: nothing,
  title: nothing,
  wbr: () => [{ type: 'text', value: '\u200B' }],
}

/**
 * Reads an inline HTML element as Markdown, so that the same writers print both.
 * @param name in lower case; one that means nothing on paper leaves its content
 * @param properties as hast has them
 */
export function toPhrasing(
  name: string,
  properties: Properties,
  children: PhrasingContent[],
): PhrasingContent[] {
  if (isHidden(properties)) return []
  const meaning = Object.hasOwn(meanings, name) ? meanings[name] : undefined
  return meaning ? meaning(children, properties) : children
}

/** True for an element that no reader of the HTML sees either. */
export function isHidden({ hidden, style }: Properties): boolean {
  return (hidden !== undefined && hidden !== false) || /display\s*:\s*none/i.test(String(style ?? ''))
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
