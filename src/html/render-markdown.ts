import type { Element, Root as HastRoot } from 'hast'
import type { Link, Paragraph, Root } from 'mdast'
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { createBlockVariables } from '../blocks/block-variables.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { Html } from '../theme/html.ts'
import type { Directive, PhrasingContent, RootContent } from '../types.ts'
import { blockElement, slotElement } from './schema.ts'

/** A block that waits to be drawn: its view's markup is filled in when the tree around it is finished. */
export interface RenderedBlock {
  node: Directive
  view: Record<string, unknown>
}

export interface RenderedBlocks {
  blocks: RenderedBlock[]
  slots: Html[]
}

/**
 * The Markdown's HTML. Each block becomes an element that holds its label, body and items as slots, so that the steps
 * that follow see the whole issue as one tree; `renderBlocks` puts the templates in their place.
 */
export async function renderMarkdown(
  tree: Root,
  tags: TagStore,
): Promise<{ tree: HastRoot; drawings: RenderedBlocks }> {
  const drawings: RenderedBlocks = { blocks: [], slots: [] }
  const handler = (state: State, node: Directive) => toPlaceholder(state, node, drawings)
  const handlers: Handlers = {
    containerDirective: handler,
    leafDirective: handler,
    paragraph: (state: State, node: Paragraph) => toParagraph(state, node, tags),
    link: toLink,
  }
  const processor = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabelTagName: 'p',
    handlers,
  })
  return { tree: (await processor.run(tree)) as HastRoot, drawings }
}

function toPlaceholder(state: State, node: Directive, drawings: RenderedBlocks): Element {
  const block = node.data?.block
  if (!block) return element(state, node, 'div', {}, state.all(node))
  const slots: Element[] = []
  const print = (nodes: PhrasingContent[] | RootContent[]): Html => {
    const html = new Html('')
    const children = state.all({ type: 'root', children: nodes as RootContent[] })
    slots.push(element(state, node, slotElement, { dataN: String(drawings.slots.push(html) - 1) }, children))
    return html
  }
  const view = createBlockVariables(block, { inline: print, flow: print })
  const { rel } = block.extra
  const dataN = String(drawings.blocks.push({ node, view }) - 1)
  return element(
    state,
    node,
    blockElement,
    { dataN, ...(typeof rel === 'string' && { dataRel: rel }) },
    slots,
  )
}

/** A line of nothing but the provider's own logic is no paragraph: it would leave a gap. */
function toParagraph(state: State, node: Paragraph, tags: TagStore): ReturnType<State['all']> | Element {
  const children = state.all(node)
  const [first, second] = node.children
  if (first?.type === 'text' && !second && tags.isLogic(first.value)) return children
  return element(state, node, 'p', {}, children)
}

/** A link that the provider makes by an element of its own: what stands in it has the look of a link. */
function toLink(state: State, node: Link): ReturnType<State['all']> | Element {
  const own = node.data?.mergeElement
  if (!own) return defaultHandlers.link(state, node) as Element
  const words: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['link'] },
    children: state.all(node) as Element['children'],
  }
  state.patch(node, words)
  return [{ type: 'text', value: own.open }, words, { type: 'text', value: own.close }]
}

function element(
  state: State,
  node: Directive | RootContent,
  tagName: string,
  properties: Element['properties'],
  children: ReturnType<State['all']>,
): Element {
  const result: Element = { type: 'element', tagName, properties, children: children as Element['children'] }
  state.patch(node, result)
  return result
}
