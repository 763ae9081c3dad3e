import { compile, type Options } from 'css-select'
import type { Element, Nodes, Root } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { find, html } from 'property-information'
import { walkTree } from '../hast/walk-tree.ts'
import { memoizeText } from '../memoize-text.ts'

type Adapter = NonNullable<Options<Nodes, Element>['adapter']>

/**
 * Compiles a selector to a function that says whether it matches an element; `undefined` for a selector that cannot be
 * parsed, and for one that depends on more than the document (`:hover`, `::before`).
 */
export type Matcher = (selector: string) => ((element: Element) => boolean) | undefined

/** Pseudo-classes that depend on what the reader does, and pseudo-elements. */
const dynamic = /::|:(?:hover|focus|active|visited|target|before|after|first-line|first-letter|focus-\w+)\b/i

/** The parent of each element of the documents that have a matcher. */
const parents = new WeakMap<Nodes, Root | Element>()

/** Creates a matcher for the elements of one document. */
export function createMatcher(document: Root): Matcher {
  walkTree<Nodes>(document, (node, parent) => {
    if (parent && node.type === 'element') parents.set(node, parent as Root | Element)
  })
  return compileSelector
}

/** A compiled selector knows no document: it asks for the parents of the element that it is given. */
const compileSelector = memoizeText((selector): ReturnType<Matcher> => {
  if (dynamic.test(selector)) return undefined
  try {
    return compile<Nodes, Element>(selector, { adapter, cacheResults: false })
  } catch {
    return undefined
  }
})

const adapter = createAdapter()

function createAdapter(): Adapter {
  const isTag = (node: Nodes): node is Element => node.type === 'element'
  const getChildren = (node: Nodes): Nodes[] => ('children' in node ? node.children : [])
  const getParent = (element: Nodes): Element | null => {
    const parent = parents.get(element)
    return parent?.type === 'element' ? parent : null
  }
  const findAll = (test: (element: Element) => boolean, nodes: Nodes[]): Element[] =>
    nodes.flatMap((node) => [
      ...(isTag(node) && test(node) ? [node] : []),
      ...findAll(test, getChildren(node)),
    ])
  return {
    isTag,
    getChildren,
    getParent,
    getName: ({ tagName }) => tagName,
    getText: (node) => toText(node as Element),
    getSiblings: (node) => parents.get(node)?.children ?? [node],
    getAttributeValue: formatAttribute,
    hasAttrib: (element, name) => formatAttribute(element, name) !== undefined,
    existsOne: (test, nodes) => findAll(test, nodes).length > 0,
    findAll,
    findOne: (test, nodes) => findAll(test, nodes)[0] ?? null,
    removeSubsets: (nodes) => nodes,
  }
}

/** An attribute's value as HTML writes it; `undefined` when the element does not have it. */
function formatAttribute({ properties }: Element, name: string): string | undefined {
  const value = properties[propertyOf(name)]
  if (value === null || value === undefined || value === false) return undefined
  return value === true ? '' : Array.isArray(value) ? value.join(' ') : String(value)
}

/** The name of an attribute's property in the tree: `className` for `class`. */
const propertyOf = memoizeText((name) => find(html, name).property)
