import type { Element, ElementContent, Nodes, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { openingLine } from '../blocks/opening-line.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { TemplateError } from '../theme/engine.ts'
import { markBlock } from '../theme/source-markers.ts'
import type { Theme } from '../theme/theme.ts'
import type { Directive } from '../types.ts'
import type { PendingBlocks } from './render-markdown.ts'
import { blockElement, slotElement } from './schema.ts'
import { serialize } from './serialize.ts'

export interface BlockRenderContext {
  file: VFile
  source: string
  theme: Theme
  /** The variables that all templates share; a block's template has its own besides. */
  variables: Record<string, unknown>
  /** What is rendered, as a variable for templates. */
  output: 'email' | 'web'
}

/**
 * Replaces every block element by the block's rendered template, in place, inner blocks first.
 * @param parent the tree, or an element of it
 */
export function renderBlocks(
  parent: Root | Element,
  pending: PendingBlocks,
  context: BlockRenderContext,
): void {
  const children = parent.children as ElementContent[]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element') continue
    renderBlocks(child, pending, context)
    if (child.tagName === blockElement) children[index] = renderBlock(child, pending, context)
  }
}

function renderBlock(element: Element, pending: PendingBlocks, context: BlockRenderContext): ElementContent {
  walkTree<Nodes>(element, (node) => {
    if (node.type !== 'element' || node.tagName !== slotElement) return
    const slot = pending.slots[Number(node.properties.dataN)]
    const rel = element.properties.dataRel
    if (typeof rel === 'string') addRel(node, rel)
    if (slot) slot.markup = serialize(node.children)
  })
  const block = pending.blocks[Number(element.properties.dataN)]
  if (!block) return { type: 'text', value: '' }
  const { node, variables } = block
  try {
    const markup = context.theme.render(`blocks/${node.name}.html`, {
      ...context.variables,
      ...variables,
      output: context.output,
    })
    if (nestedLink.test(markup)) reportNestedLink(node, context)
    const { start, end } = node.position ?? {}
    const value = markBlock(markup.trim(), start?.offset ?? 0, end?.offset ?? 0)
    return { type: 'raw', value, position: element.position }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    reportTemplateError(error, node, context)
    return { type: 'text', value: '' }
  }
}

/** HTML does not allow a link in a link: browsers end the outer link where the inner one begins. */
const nestedLink = /<a\s[^>]*>(?:(?!<\/a>)[\s\S])*<a\s/i

function reportNestedLink(node: Directive, { file, source }: BlockRenderContext): void {
  report(file, `Unexpected link inside a link in block \`${node.name}\``, {
    ruleId: 'block-link',
    place: openingLine(node, source),
    note: 'The block makes a link of these words already. Remove the inner link. To give an option an address of its own, make the whole option a link: `- [Loved it](https://example.com)`.',
  })
}

/** Adds the block's `rel` to all links in its content, those in raw HTML and in inner blocks included. */
function addRel(slot: Element, rel: string): void {
  visit(slot, (node) => {
    if (node.type === 'element' && node.tagName === 'a') node.properties.rel ??= [rel]
    if (node.type === 'raw') node.value = node.value.replace(/<a(?=\s)(?![^>]*\srel=)/gi, `<a rel="${rel}"`)
  })
}

function reportTemplateError(
  { diagnostic }: TemplateError,
  node: Directive,
  context: BlockRenderContext,
): void {
  report(context.file, `Cannot render block \`${node.name}\``, {
    ruleId: 'template-fault',
    place: openingLine(node, context.source),
    note: `Its template has a mistake: ${diagnostic.reason} (${diagnostic.file}:${diagnostic.line ?? 1}).`,
  })
}
