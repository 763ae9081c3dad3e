import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { openingLine } from '../blocks/opening-line.ts'
import { report } from '../diagnostics/report.ts'
import { TemplateError } from '../theme/engine.ts'
import { markBlock } from '../theme/source-markers.ts'
import type { Theme } from '../theme/theme.ts'
import type { Directive } from '../types.ts'
import type { RenderedBlocks } from './render-markdown.ts'
import { blockElement, slotElement } from './schema.ts'
import { serialize } from './serialize.ts'

export interface BlockRenderContext {
  file: VFile
  source: string
  theme: Theme
  /** What every template sees besides the block's own view. */
  variables: Record<string, unknown>
  /** What is drawn, as templates see it. */
  output: 'email' | 'web'
}

/** Puts every block's template in its place, inner blocks first. */
export function renderBlocks(tree: Root, drawings: RenderedBlocks, context: BlockRenderContext): void {
  drawChildren(tree, drawings, context)
}

function drawChildren(parent: Root | Element, drawings: RenderedBlocks, context: BlockRenderContext): void {
  const children = parent.children as ElementContent[]
  for (const [index, child] of children.entries()) {
    if (child.type !== 'element') continue
    drawChildren(child, drawings, context)
    if (child.tagName === blockElement) children[index] = renderBlock(child, drawings, context)
  }
}

function renderBlock(
  element: Element,
  drawings: RenderedBlocks,
  context: BlockRenderContext,
): ElementContent {
  visit(element, { tagName: slotElement }, (node) => {
    const slot = drawings.slots[Number((node as Element).properties.dataN)]
    const rel = element.properties.dataRel
    if (typeof rel === 'string') markLinks(node as Element, rel)
    if (slot) slot.markup = serialize((node as Element).children)
  })
  const drawing = drawings.blocks[Number(element.properties.dataN)]
  if (!drawing) return { type: 'text', value: '' }
  const { node, view } = drawing
  try {
    const markup = context.theme.draw(`blocks/${node.name}.html`, {
      ...context.variables,
      ...view,
      output: context.output,
    })
    if (nestedLink.test(markup)) complainOfNestedLink(node, context)
    const { start, end } = node.position ?? {}
    const value = markBlock(markup.trim(), start?.offset ?? 0, end?.offset ?? 0)
    return { type: 'raw', value, position: element.position }
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    complainOfTemplate(error, drawing.node, context)
    return { type: 'text', value: '' }
  }
}

/** HTML knows no link in a link: browsers end the outer one where the inner one begins. */
const nestedLink = /<a\s[^>]*>(?:(?!<\/a>)[\s\S])*<a\s/i

function complainOfNestedLink(node: Directive, { file, source }: BlockRenderContext): void {
  report(file, `Unexpected link inside a link in block \`${node.name}\``, {
    ruleId: 'block-link',
    place: openingLine(node, source),
    note: 'The block makes a link of these words already. Remove the inner link. To give an option an address of its own, make the whole option a link: `- [Loved it](https://example.com)`.',
  })
}

/** Links that stand as raw HTML or in an inner block are the block's links, too. */
function markLinks(slot: Element, rel: string): void {
  visit(slot, (node) => {
    if (node.type === 'element' && node.tagName === 'a') node.properties.rel ??= [rel]
    if (node.type === 'raw') node.value = node.value.replace(/<a(?=\s)(?![^>]*\srel=)/gi, `<a rel="${rel}"`)
  })
}

function complainOfTemplate({ fault }: TemplateError, node: Directive, context: BlockRenderContext): void {
  report(context.file, `Cannot draw block \`${node.name}\``, {
    ruleId: 'template-fault',
    place: openingLine(node, context.source),
    note: `Its template has a mistake: ${fault.reason} (${fault.file}:${fault.line ?? 1}).`,
  })
}
