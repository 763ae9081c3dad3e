import type { Element, Root as HastRoot } from 'hast'
import type { Link, Paragraph, Root } from 'mdast'
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'
import { createBlockVariables } from '../blocks/block-variables.ts'
import { getExtra } from '../blocks/get-extra.ts'
import { sponsor } from '../blocks/shipped/sponsor.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import { type CaptionedPicture, splitCaption } from '../parse/split-caption.ts'
import { Html } from '../theme/html.ts'
import type { Directive, PhrasingContent, RootContent } from '../types.ts'
import { blockElement, slotElement } from './schema.ts'

/** A block whose template is not rendered yet. The HTML in its variables is filled in when the tree is finished. */
export interface PendingBlock {
  node: Directive
  variables: Record<string, unknown>
}

export interface PendingBlocks {
  /** In the order of the numbers in `data-n` of the block elements. */
  blocks: PendingBlock[]
  /** The label, body and items of all blocks, in the order of the numbers in `data-n` of the slot elements. */
  slots: Html[]
}

/**
 * Renders Markdown to HTML. Each block becomes an element that contains its label, body and items as slots, so that the
 * next steps work on the whole issue as one tree; `renderBlocks` replaces it by the block's template.
 */
export async function renderMarkdown(
  tree: Root,
  tags: TagStore,
): Promise<{ tree: HastRoot; pending: PendingBlocks }> {
  const pending: PendingBlocks = { blocks: [], slots: [] }
  const handler = (state: State, node: Directive) => createPlaceholder(state, node, pending)
  const handlers: Handlers = {
    containerDirective: handler,
    leafDirective: handler,
    paragraph: (state: State, node: Paragraph) => renderParagraph(state, node, tags),
    link: renderLink,
  }
  const processor = unified().use(remarkRehype, {
    allowDangerousHtml: true,
    clobberPrefix: '',
    footnoteLabelTagName: 'p',
    handlers,
  })
  return { tree: (await processor.run(tree)) as HastRoot, pending }
}

function createPlaceholder(state: State, node: Directive, { blocks, slots }: PendingBlocks): Element {
  const block = node.data?.block
  if (!block) return createElement(state, node, 'div', {}, state.all(node))
  const slotElements: Element[] = []
  const addSlot = (nodes: PhrasingContent[] | RootContent[]): Html => {
    const html = new Html('')
    const children = state.all({ type: 'root', children: nodes as RootContent[] })
    const dataN = String(slots.push(html) - 1)
    slotElements.push(createElement(state, node, slotElement, { dataN }, children))
    return html
  }
  const { room, isOnPanel } = block.surroundings
  const variables = {
    room,
    on_panel: isOnPanel,
    ...createBlockVariables(block, { inline: addSlot, flow: addSlot }),
  }
  const rel = getExtra(block, sponsor)?.rel
  const dataN = String(blocks.push({ node, variables }) - 1)
  return createElement(state, node, blockElement, { dataN, ...(rel && { dataRel: rel }) }, slotElements)
}

/** A line with only the provider's own logic (`{% if %}`) does not become a paragraph, which would leave a gap. */
function renderParagraph(state: State, node: Paragraph, tags: TagStore): ReturnType<State['all']> | Element {
  const captioned = splitCaption(node)
  if (captioned) return createFigure(state, node, captioned)
  const children = state.all(node)
  const [first, second] = node.children
  if (first?.type === 'text' && !second && tags.isLogic(first.value)) return children
  return createElement(state, node, 'p', {}, children)
}

/** The elements and classes of the block `figure`. */
function createFigure(state: State, node: Paragraph, { picture, caption }: CaptionedPicture): Element {
  const [image, words] = [[picture], caption].map((children) =>
    state.all({ ...node, children: children as PhrasingContent[] }),
  )
  const box = createElement(state, node, 'div', { className: ['caption', 'soft'] }, [
    createElement(state, node, 'p', {}, words ?? []),
  ])
  return createElement(state, node, 'div', { className: ['block', 'figure'] }, [...(image ?? []), box])
}

/** A link that the provider writes as an element of its own: its content is styled as a link. */
function renderLink(state: State, node: Link): ReturnType<State['all']> | Element {
  const own = node.data?.mergeElement
  if (!own) return defaultHandlers.link(state, node) as Element
  const content: Element = {
    type: 'element',
    tagName: 'span',
    properties: { className: ['link'] },
    children: state.all(node) as Element['children'],
  }
  state.patch(node, content)
  return [{ type: 'text', value: own.open }, content, { type: 'text', value: own.close }]
}

function createElement(
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
