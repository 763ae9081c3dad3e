import type { Element, ElementContent, Root } from 'hast'
import { inlineElements } from './html-elements.ts'
import { createElement, createMediaLink, extractText, findMediaAddress, isMedia } from './media-links.ts'

/** An element that no mail client shows as it is, and what readers see in its place. */
export interface ReplacedElement {
  element: Element
  /** A sentence for its author. */
  note: string
}

type Parent = Root | Element

interface Replacement {
  nodes: ElementContent[]
  /** None for an element that loses nothing. */
  note?: string
}

/** Elements that can contain a paragraph. */
const containers = new Set(
  'article aside body center details dialog div figure footer form header main nav section'.split(' '),
)

/**
 * Replaces in a tree of HTML, in place, the elements that mail clients cannot show by what readers can use: a video or a
 * frame by a link to it, a form's field by its words, folded text by open text. HTML and plaintext both show the result.
 * @param tree as parsed; elements that have nothing to be shown are left in it
 */
export function replaceEmbedded(tree: Root): ReplacedElement[] {
  const replaced: ReplacedElement[] = []
  replaceChildren(tree, false, replaced)
  return replaced
}

function replaceChildren(parent: Parent, inLink: boolean, replaced: ReplacedElement[]): void {
  // A fragment has no doctype.
  const children = parent.children as ElementContent[]
  parent.children = children.flatMap(
    (node) => (node.type === 'element' && replaceNode(node, parent, inLink, replaced)) || [node],
  )
}

function replaceNode(
  node: Element,
  parent: Parent,
  inLink: boolean,
  replaced: ReplacedElement[],
): ElementContent[] | undefined {
  const position = replaced.length
  replaceChildren(node, inLink || node.tagName === 'a', replaced)
  const replacement = isMedia(node) ? replaceMedia(node, parent, inLink) : replaceOther(node)
  if (!replacement) return undefined
  const { nodes, note } = replacement
  // The outer element comes first, as it is written.
  if (note !== undefined) replaced.splice(position, 0, { element: node, note })
  return nodes
}

function replaceMedia(element: Element, parent: Parent, inLink: boolean): Replacement | undefined {
  const address = inLink ? undefined : findMediaAddress(element)
  if (address === undefined) return element.tagName === 'object' ? replaceByContent(element) : undefined
  const nodes = createMediaLink(element, address)
  const isAlone =
    isContainer(parent) &&
    (parent.children as ElementContent[]).every((other) => other === element || !isPhrasing(other))
  return {
    nodes: isAlone ? [createElement('p', {}, nodes, element)] : nodes,
    note: `Mail clients show no videos, frames and the like: readers see a link to \`${address}\` instead.`,
  }
}

/** The other elements whose words readers would miss. */
function replaceOther(element: Element): Replacement | undefined {
  switch (element.tagName) {
    case 'details':
      return {
        nodes: [createElement('div', {}, element.children, element)],
        note: 'Few mail clients can fold text: it is shown open, below its summary in bold.',
      }
    case 'param':
      return { nodes: [] }
    case 'summary':
      return { nodes: [createSummary(element)] }
    case 'noscript':
    case 'textarea':
      return replaceByContent(element)
    case 'select':
      return replaceByText(listOptions(element), 'its options are shown as words')
    case 'svg':
      return replaceByText(findSvgWords(element), 'its title or its words are shown instead')
    case 'math':
      return replaceByText(findFormula(element), 'the formula is shown as words')
    default:
      return undefined
  }
}

function createSummary(summary: Element): Element {
  const isHeading = summary.children.some(
    (child) => child.type === 'element' && !inlineElements.has(child.tagName),
  )
  return isHeading
    ? createElement('div', {}, summary.children, summary)
    : createElement('p', {}, [createElement('strong', {}, summary.children, summary)], summary)
}

function replaceByContent(element: Element): Replacement | undefined {
  if (element.children.every((child) => extractText(child).trim() === '')) return undefined
  return { nodes: element.children, note: 'It is left out of the email; the text inside it stays.' }
}

function replaceByText(text: string, effect: string): Replacement | undefined {
  if (text === '') return undefined
  return { nodes: [{ type: 'text', value: text }], note: `It is left out of the email; ${effect}.` }
}

/** The options of a choice, or the words in it that are in no option. */
function listOptions(select: Element): string {
  const options = findAll(select, 'option').map((option) => extractText(option).trim())
  return options.length > 0 ? options.join(', ') : extractText(select)
}

/** The words of a drawing as screen readers read it (SVG Accessibility API Mappings, section 8.1): its name, or its text. */
function findSvgWords(svg: Element): string {
  const { ariaLabel, ariaHidden } = svg.properties
  if (String(ariaHidden) === 'true') return ''
  if (typeof ariaLabel === 'string' && ariaLabel.trim() !== '') return ariaLabel.trim()
  const title = svg.children.find((child) => child.type === 'element' && child.tagName === 'title')
  if (title) return extractText(title).trim()
  const labels = findAll(svg, 'text').map((label) => extractText(label).trim())
  return labels.length > 0 ? labels.join(' ') : extractText(svg)
}

/** A formula in words: its alternative text, else the TeX that it was made from, else its letters and signs. */
function findFormula(math: Element): string {
  const { alttext, altText } = math.properties
  const alternative = alttext ?? altText
  if (typeof alternative === 'string' && alternative.trim() !== '') return alternative.trim()
  const annotations = findAll(math, 'annotation').map((annotation) => extractText(annotation).trim())
  return annotations.find((annotation) => annotation !== '') ?? extractText(math)
}

/** The elements of a name inside another one, in their order; those inside each other count once. */
function findAll({ children }: Element, tagName: string): Element[] {
  return children.flatMap((child) => {
    if (child.type !== 'element') return []
    return child.tagName === tagName ? [child] : findAll(child, tagName)
  })
}

function isContainer(parent: Parent): boolean {
  return parent.type === 'root' || (parent.type === 'element' && containers.has(parent.tagName))
}

function isPhrasing(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return node.type === 'element' && (inlineElements.has(node.tagName) || node.tagName === 'img')
}
