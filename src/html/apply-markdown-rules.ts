import type { Element, ElementContent, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import { skipContent, walkTree } from '../hast/walk-tree.ts'

/**
 * Adapts the HTML of Markdown to mail, in place: task lists, footnotes, images with a caption, and links that are paragraphs
 * of their own.
 */
export function applyMarkdownRules(tree: Root): void {
  walkTree<Nodes>(tree, (node, parent, index) => {
    if (node.type !== 'element') return undefined
    if (node.tagName === 'input' && parent && 'children' in parent) {
      parent.children[index] = createCheckbox(node)
      return skipContent
    }
    if (node.tagName === 'li' || node.tagName === 'ul') markTasks(node)
    if (node.tagName === 'ul') markLinks(node)
    if (node.tagName === 'section' && 'dataFootnotes' in node.properties) reduceFootnotes(node)
    if (node.tagName === 'p') {
      createFigure(node)
      markLoneLink(node, parent)
    }
    if (isFigure(node)) markWordlessPicture(node)
    return undefined
  })
}

/**
 * Makes a figure of a paragraph that is only an image, or a link around one; the image's title becomes the caption. Its
 * elements and classes are those of the block `figure`.
 */
function createFigure(paragraph: Element): void {
  const only = findOnlyElement(paragraph)
  const image = only?.tagName === 'a' ? findOnlyElement(only) : only
  if (image?.tagName !== 'img') return
  const { title, ...properties } = image.properties
  paragraph.tagName = 'div'
  paragraph.properties = { className: ['block', 'figure'] }
  image.properties = properties
  if (typeof title !== 'string' || title === '') return
  const caption: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: title }],
  }
  paragraph.children.push({
    type: 'element',
    tagName: 'div',
    properties: { className: ['caption', 'soft'] },
    children: [caption],
  })
}

/** The element that is an element's whole content. */
function findOnlyElement({ children }: Element): Element | undefined {
  const [first, ...others] = children
  return first?.type === 'element' && others.length === 0 ? first : undefined
}

function isFigure({ properties: { className } }: Element): boolean {
  return Array.isArray(className) && className.includes('figure')
}

/** Marks a picture without an alternative text: where it is blocked, there is nothing to be shown in a box. */
function markWordlessPicture(figure: Element): void {
  visit(figure, { tagName: 'img' }, (node) => {
    const { properties } = node as Element
    if (String(properties.alt ?? '').trim() === '') properties.className = ['wordless']
  })
}

/** Marks a link that is a whole paragraph for the style sheet, which makes it large enough to be tapped. */
function markLoneLink({ children }: Element, parent: Nodes | undefined): void {
  const [link, ...others] = children
  const isItem = parent?.type === 'element' && parent.tagName === 'li'
  if (isItem || link?.type !== 'element' || link.tagName !== 'a' || others.length > 0) return
  if (link.children.every((child) => child.type === 'text')) link.properties.className = ['tap']
}

/** Forms do not work in mail, so that a task's checkbox becomes a character. */
function createCheckbox(node: Element): ElementContent {
  return { type: 'text', value: node.properties.checked ? '☑' : '☐' }
}

/** Marks task lists and tasks for the style sheet. A list with other items as well keeps its bullets. */
function markTasks(node: Element): void {
  const classes = node.properties.className
  if (!Array.isArray(classes)) return
  const isList = classes.includes('contains-task-list')
  const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li')
  const isMixed = isList && items.some((item) => item.type === 'element' && !item.properties.className)
  node.properties.className = isMixed ? [] : [isList ? 'tasks' : 'task']
}

/** Marks a list each of whose items begins with a link, for the style sheet of a template that shows links as rows. */
function markLinks(list: Element): void {
  const items = list.children.filter((child) => child.type === 'element')
  if (items.length < 2 || list.properties.className || !items.every(beginsWithLink)) return
  list.properties.className = ['links']
}

function beginsWithLink({ children }: Element): boolean {
  const first = children.find((child) => child.type !== 'text' || child.value.trim() !== '')
  if (first?.type !== 'element') return false
  const isWrapped = first.tagName === 'p' || first.tagName === 'strong'
  return first.tagName === 'a' || (isWrapped && beginsWithLink(first))
}

/** Removes the heading of the footnotes, and the links back to the text, which do not work in most mail clients. */
function reduceFootnotes(node: Element): void {
  node.tagName = 'div'
  node.properties = { className: ['footnotes', 'line'] }
  node.children = node.children.filter((child) => child.type !== 'element' || child.tagName === 'ol')
  visit(node, 'element', (child, index, parent) => {
    if (
      child.tagName !== 'a' ||
      !('dataFootnoteBackref' in child.properties) ||
      !parent ||
      index === undefined
    )
      return
    const before = parent.children[index - 1]
    if (before?.type === 'text') before.value = before.value.trimEnd()
    parent.children.splice(index, 1)
    return index
  })
}
