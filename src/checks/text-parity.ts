import type { Element, Nodes } from 'hast'
import { toString as toText } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { memoize } from '../hast/memoize.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { type CheckContext, defineCheck, type Origin } from './check.ts'
import { extractShownTexts, type ShownText } from './readers/extract-shown-texts.ts'
import { findBlocks } from './readers/find-blocks.ts'
import { findOnlyHtml } from './readers/find-only-html.ts'
import { countWords, splitWords } from './readers/split-words.ts'

/** In words. Shorter parts, such as a date or a button, are often withWords differently in plaintext. */
const shortest = 5

/** A plaintext of fewer words is too short to be compared. */
const fewest = 30

export const textParity = defineCheck({
  name: 'text-parity',
  summary: 'Plaintext and HTML contain the same text.',
  note: 'Some readers see the plaintext, and spam filters compare the two: SpamAssassin gives up to 2.8 points when their words differ (`MPART_ALT_DIFF`). A custom block needs a `.txt` template beside its `.html`, and `layout.txt` must print `{{ content }}`. Put what only some readers should get into `:::only{in=email}`. The options `missing` and `extra` are percentages.',
  level: 'warning',
  options: { missing: 50, extra: 40 },
  run(context, report, { missing, extra }) {
    const [first, ...others] = findMissingParts(context, missing)
    if (first) {
      const more = others.length > 0 ? `, and ${others.length} more like it` : ''
      report(`Missing text \`${shorten(first.text)}\` in the plaintext${more}`, { at: first.element })
    }
    const foreign = findForeignText(context, extra)
    if (foreign)
      report(`Unexpected text \`${shorten(foreign.text)}\` in the plaintext, which the HTML lacks`, {
        at: foreign.origin,
      })
  },
})

/** The parts of the HTML whose words the plaintext lacks. */
function findMissingParts(context: CheckContext, missing: number): Part[] {
  const known = new Set(splitWords(context.email.text))
  return extractParts(context).filter(({ text }) => {
    const words = splitWords(text)
    return countWords(words) >= shortest && shareOutside(words, known) > missing
  })
}

/** If a large part of the plaintext is not in the HTML: its paragraph with the most such words, and the template that prints it. */
function findForeignText(
  { document, email, tree, restore, theme }: CheckContext,
  extra: number,
): { text: string; origin?: Origin } | undefined {
  const own = findBlocks('only', tree).map(({ block }) => toText({ type: 'root', children: block.body }))
  const known = new Set(splitWords(restore([...extractAllTexts(document), ...own].join('\n'))))
  const text = removeAddresses(email.text)
  const words = [...new Set(splitWords(text))]
  if (countWords(words) < fewest || shareOutside(words, known) <= extra) return undefined
  const paragraphs = text.split(/\n\s*\n/).map((paragraph) => ({
    paragraph,
    count: splitWords(paragraph).filter((word) => !known.has(word)).length,
  }))
  const most = paragraphs.sort((one, other) => other.count - one.count)[0]?.paragraph ?? ''
  const foreign = splitWords(most).filter((word) => !known.has(word))
  return findTemplateLine(foreign, theme) ?? { text: most.replace(/\s+/g, ' ').trim() }
}

/** The line of a plaintext template with the first of some words, if it has all of them. */
function findTemplateLine(
  words: readonly string[],
  { files }: CheckContext['theme'],
): { text: string; origin: Origin } | undefined {
  for (const [path, file] of files) {
    if (!path.endsWith('.txt')) continue
    const source = String(file)
    const written = new Set(splitWords(source))
    if (words.length === 0 || !words.every((word) => written.has(word))) continue
    const lines = source.split('\n')
    const index = lines.findIndex((line) => splitWords(line).includes(words[0] ?? ''))
    const [line, start] = [index + 1, { line: index + 1, column: 1 }]
    const text = lines[index] ?? ''
    return {
      text: text.trim(),
      origin: { file, position: { start, end: { line, column: text.length + 1 } } },
    }
  }
  return undefined
}

interface Part {
  element: Element
  text: string
}

/** The paragraphs of the issue and of its blocks' templates, without code and the layout. */
function extractParts({ document, file, theme, tree, originOf, restore }: CheckContext): Part[] {
  const isOnlyHtml = findOnlyHtml(tree)
  const isWritten = (box: Element) => {
    const origin = originOf(box)
    return origin.file === file ? !isOnlyHtml(origin.position) : isBlock(origin, theme)
  }
  return [...groupByBox(document)]
    .filter(([box]) => isWritten(box))
    .flatMap(([box, texts]) => splitBox(box, texts))
    .map(({ element, text }) => ({ element, text: restore(text).replace(/\s+/g, ' ').trim() }))
}

/** The shown texts, grouped by the innermost box that contains them. */
function groupByBox(document: CheckContext['document']): Map<Element, ShownText[]> {
  const boxes = new Map<Element, ShownText[]>()
  let last: Element | undefined
  for (const text of extractShownTexts(document)) {
    const box = text.path.findLast(({ tagName }) => boxElement.test(tagName))
    if (box && !text.path.some(({ tagName }) => tagName === 'pre')) {
      const isApart = text.isApart || box !== last
      const texts = boxes.get(box)
      if (texts) texts.push({ ...text, isApart })
      else boxes.set(box, [{ ...text, isApart }])
    }
    last = box
  }
  return boxes
}

/** A box is one part. In a box with nothing but links, such as those for sharing, each link is a part. */
function splitBox(box: Element, texts: ShownText[]): Part[] {
  if (!texts.some(findLink)) return [{ element: box, text: joinTexts(texts) }]
  const withWords = texts.filter(({ value }) => splitWords(value).length > 0)
  const links = new Map<Element | undefined, ShownText[]>()
  for (const text of withWords) {
    const link = findLink(text)
    const known = links.get(link)
    if (known) known.push(text)
    else links.set(link, [text])
  }
  if (links.size < 2 || links.has(undefined)) return [{ element: box, text: joinTexts(texts) }]
  return [...links].flatMap(([element, own]) => (element ? [{ element, text: joinTexts(own) }] : []))
}

/** Joins texts, with a space where HTML has one, and between two links: plaintext prints the first one's number there. */
function joinTexts(texts: ShownText[]): string {
  return texts
    .map((text, index) => {
      const [link, last] = [text, texts[index - 1]].map((each) => each && findLink(each))
      const isNextLink = link && last && link !== last
      return text.isApart || isNextLink ? ` ${text.value}` : text.value
    })
    .join('')
}

function findLink({ path }: ShownText): Element | undefined {
  return path.findLast(({ tagName }) => tagName === 'a')
}

const boxElement = /^(?:p|li|h[1-6]|t[dh]|d[td]|blockquote|div|caption|figcaption|center)$/

function isBlock({ file }: Origin, { files }: CheckContext['theme']): boolean {
  return listBlockFiles(files).has(file)
}

const listBlockFiles = memoize((files: CheckContext['theme']['files']): ReadonlySet<VFile> => {
  const blocks = [...files].filter(([path]) => path.startsWith('blocks/'))
  return new Set(blocks.map(([, file]) => file))
})

/** All texts, including those in attributes: `alt`, `title`, `aria-label`. */
function extractAllTexts(document: CheckContext['document']): string[] {
  const texts: string[] = []
  walkTree<Nodes>(document, (node) => {
    if (node.type === 'text') texts.push(node.value)
    if (node.type !== 'element') return
    const { alt, title, ariaLabel } = node.properties
    texts.push(...[alt, title, ariaLabel].filter((value) => typeof value === 'string'))
  })
  return texts
}

function removeAddresses(text: string): string {
  // The list of links has addresses of any scheme.
  return text.replace(/^\[\d+\] \S+$|\b(?:https?:|mailto:|www\.)\S+|(?<!\S)\S+@\S+/gim, ' ')
}

function shareOutside(words: string[], known: Set<string>): number {
  const outside = words.filter((word) => !known.has(word)).length
  return words.length === 0 ? 0 : (100 * outside) / words.length
}

function shorten(text: string): string {
  const characters = [...text]
  return characters.length > 40 ? `${characters.slice(0, 39).join('').trimEnd()}…` : text
}
