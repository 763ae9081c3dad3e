import type { Nodes, Root } from 'mdast'
import { skipContent, walkWithAncestors } from '../hast/walk-tree.ts'
import type { Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { convertAlerts } from './convert-alerts.ts'
import { extractBlock } from './extract-block.ts'
import { reportMisplacedBlocks } from './report-misplaced-blocks.ts'
import { reportUnknownBlock } from './report-unknown-block.ts'
import { createExtraResolver } from './resolve-extra.ts'
import { resolveSurroundings } from './surroundings.ts'
import { validateAttributeList } from './validate-attribute-list.ts'
import { validateShape } from './validate-shape.ts'

/**
 * Validates every directive against the spec of its block, and sets `node.data.block` to the `Block` that HTML and
 * plaintext print. GitHub's alerts become callouts before. Errors are reported on the file.
 * @param tree the tree; blocks within blocks are validated too
 */
export function validateBlocks(tree: Root, context: BlockContext): void {
  convertAlerts(tree, context.source, context.theme.blocks.get('callout'))
  reportMisplacedBlocks(tree, context)
  const resolveExtra = createExtraResolver(context, tree)
  walkWithAncestors<Nodes>(tree, (node, ancestors) => {
    if (!isDirective(node)) return
    const spec = context.theme.blocks.get(node.name)
    if (!spec) return reportUnknownBlock(node, context)
    const known = context.file.messages.length
    validateAttributeList(node, context)
    const surroundings = resolveSurroundings(ancestors, context.theme.tokens)
    const block = extractBlock(node, spec, surroundings, context)
    validateShape(node, block, context)
    const isNested = ancestors.at(-1)?.type !== 'root'
    block.extra = resolveExtra(block, node, { isValid: !hasErrors(context, known), isNested })
    // A block with an error is not rendered: its template would fail on missing values and report that, too.
    if (!hasErrors(context, known)) node.data = { ...node.data, block }
    return spec.body === 'none' && !spec.items && !spec.parts ? skipContent : undefined
  })
}

function isDirective(node: Nodes): node is Directive {
  return node.type === 'containerDirective' || node.type === 'leafDirective'
}

/** Whether one of the messages after the first ones is an error. */
function hasErrors({ file }: BlockContext, known: number): boolean {
  return file.messages.slice(known).some(({ fatal }) => fatal)
}
