import type { Element } from 'hast'
import type { Root as MdastRoot } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { defineCheck, type Origin, type Subject } from './check.ts'
import { blocksNamed } from './reading/blocks-named.ts'
import { toShownTexts } from './reading/shown-texts.ts'
import { toWords } from './reading/to-words.ts'

/** Shorter parts, such as a date or a button, are worded anew in plaintext as often as not. */
const shortest = 5

/** A plaintext of fewer words than this says nothing about the rest. */
const fewest = 30

export const textParity = defineCheck({
  name: 'text-parity',
  summary: 'Plaintext and HTML say the same.',
  note: 'Some read the plaintext, and spam filters compare the two: SpamAssassin gives up to 2.8 points when their words differ (`MPART_ALT_DIFF`). A block of your own wants a `.txt` beside its `.html`, and `layout.txt` wants `{{ content }}`. What only some readers are to get stands in `:::only{in=email}`. `missing` and `extra` are shares in percent.',
  level: 'warning',
  options: { missing: 50, extra: 40 },
  run(subject, report, { missing, extra }) {
    const [first, ...others] = toLost(subject, missing)
    if (first) {
      const more = others.length > 0 ? `, and ${others.length} more like it` : ''
      report(`Missing text \`${shorten(first.text)}\` in the plaintext${more}`, { at: first.element })
    }
    const foreign = toForeign(subject, extra)
    if (foreign) report(`Unexpected text \`${shorten(foreign)}\` in the plaintext, which the HTML lacks`)
  },
})

/** The parts of the HTML whose words the plaintext lacks. */
function toLost(subject: Subject, missing: number): Part[] {
  const known = new Set(toWords(subject.email.text))
  return toParts(subject).filter(({ text }) => {
    const words = toWords(text)
    return words.length >= shortest && shareOutside(words, known) > missing
  })
}

/** When the plaintext is another text by and large: the paragraph of it that has the most to say for itself. */
function toForeign({ document, email, tree, restore }: Subject, extra: number): string | undefined {
  const own = blocksNamed('only', tree).map(({ block }) => toText({ type: 'root', children: block.body }))
  const known = new Set(toWords(restore([...toAllTexts(document), ...own].join('\n'))))
  const text = withoutAddresses(email.text)
  const words = [...new Set(toWords(text))]
  if (words.length < fewest || shareOutside(words, known) <= extra) return undefined
  const count = (paragraph: string) => toWords(paragraph).filter((word) => !known.has(word)).length
  const [most] = text.split(/\n\s*\n/).sort((one, other) => count(other) - count(one))
  return most?.replace(/\s+/g, ' ').trim()
}

interface Part {
  element: Element
  text: string
}

/** What is written, paragraph by paragraph: the Markdown's parts and those of the blocks, without code and layout. */
function toParts({ document, file, theme, tree, originOf, restore }: Subject): Part[] {
  const parts = new Map<Element, string>()
  const isOnlyHtml = toOnlyHtml(tree)
  for (const { value, path } of toShownTexts(document)) {
    const element = path.findLast(({ tagName }) => holder.test(tagName))
    if (!element || path.some(({ tagName }) => tagName === 'pre')) continue
    const origin = originOf(element)
    const isWritten = origin.file === file ? !isOnlyHtml(origin) : isBlock(origin, theme)
    if (isWritten) parts.set(element, (parts.get(element) ?? '') + restore(value))
  }
  return [...parts].map(([element, text]) => ({ element, text: text.replace(/\s+/g, ' ').trim() }))
}

const holder = /^(?:p|li|h[1-6]|t[dh]|d[td]|blockquote|div|caption|figcaption|center)$/

function isBlock({ file }: Origin, { files }: Subject['theme']): boolean {
  return [...files].some(([path, known]) => known === file && path.startsWith('blocks/'))
}

/** Tells of a place whether the author keeps it from the plaintext on purpose. */
function toOnlyHtml(tree: MdastRoot): (origin: Origin) => boolean {
  const ranges = blocksNamed('only', tree).flatMap(({ node, block }) => {
    const shown = block.attributes.in
    return Array.isArray(shown) && !shown.includes('text') && node.position ? [node.position] : []
  })
  return ({ position }) =>
    position !== undefined &&
    ranges.some(({ start, end }) => position.start.line >= start.line && position.end.line <= end.line)
}

/** Texts, and what attributes say in their place: `alt`, `title`, `aria-label`. */
function toAllTexts(document: Subject['document']): string[] {
  const texts: string[] = []
  visit(document, (node) => {
    if (node.type === 'text') texts.push(node.value)
    if (node.type !== 'element') return
    const { alt, title, ariaLabel } = node.properties
    texts.push(...[alt, title, ariaLabel].filter((value) => typeof value === 'string'))
  })
  return texts
}

function withoutAddresses(text: string): string {
  return text.replace(/\b(?:https?:|mailto:|www\.)\S+|\S+@\S+/gi, ' ')
}

function shareOutside(words: string[], known: Set<string>): number {
  const outside = words.filter((word) => !known.has(word)).length
  return words.length === 0 ? 0 : (100 * outside) / words.length
}

function shorten(text: string): string {
  const signs = [...text]
  return signs.length > 40 ? `${signs.slice(0, 39).join('').trimEnd()}…` : text
}
