import type { Element, ElementContent, Parents, Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'

/** Makes mail of what GFM writes for the web: task lists, footnotes, and a picture that stands alone with its title. */
export function applyMarkdownRules(tree: Root): void {
  visit(tree, 'element', (node, index, parent) => {
    if (node.tagName === 'input' && parent && index !== undefined) {
      parent.children[index] = checkbox(node)
      return SKIP
    }
    if (node.tagName === 'li' || node.tagName === 'ul') dressTask(node)
    if (node.tagName === 'section' && 'dataFootnotes' in node.properties) dressFootnotes(node)
    if (node.tagName === 'p') {
      dressPicture(node)
      dressLoneLink(node, parent)
    }
    return undefined
  })
}

/** The title of a picture that stands alone is its caption. */
function dressPicture(paragraph: Element): void {
  const [image, ...others] = paragraph.children
  if (image?.type !== 'element' || image.tagName !== 'img' || others.length > 0) return
  const { title, ...properties } = image.properties
  paragraph.tagName = 'div'
  paragraph.properties = { className: ['figure'] }
  image.properties = properties
  if (typeof title !== 'string' || title === '') return
  const words: Element = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: title }],
  }
  paragraph.children.push({
    type: 'element',
    tagName: 'div',
    properties: { className: ['caption', 'soft'] },
    children: [words],
  })
}

/** A link that is a paragraph of its own is there to be tapped: it gets the room for it. */
function dressLoneLink({ children }: Element, parent: Parents | undefined): void {
  const [link, ...others] = children
  const isItem = parent?.type === 'element' && parent.tagName === 'li'
  if (isItem || link?.type !== 'element' || link.tagName !== 'a' || others.length > 0) return
  if (link.children.every((child) => child.type === 'text')) link.properties.className = ['tap']
}

/** Forms do not work in mail: a task's box is a character. */
function checkbox(node: Element): ElementContent {
  return { type: 'text', value: node.properties.checked ? '☑' : '☐' }
}

function dressTask(node: Element): void {
  const classes = node.properties.className
  if (!Array.isArray(classes)) return
  const isList = classes.includes('contains-task-list')
  const items = node.children.filter((child) => child.type === 'element' && child.tagName === 'li')
  // A list that holds other items too keeps its bullets.
  const mixed = isList && items.some((item) => item.type === 'element' && !item.properties.className)
  node.properties.className = mixed ? [] : [isList ? 'tasks' : 'task']
}

/** The notes without their heading and without the arrows back, which lead nowhere in most mail clients. */
function dressFootnotes(node: Element): void {
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
