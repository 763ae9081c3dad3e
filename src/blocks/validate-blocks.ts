import type { Root } from 'mdast'
import { SKIP, visit } from 'unist-util-visit'
import { listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { Block, BlockSpec, Directive } from '../types.ts'
import { behaviours } from './behaviours/index.ts'
import type { BlockContext } from './block-context.ts'
import { extractItems } from './extract-items.ts'
import { extractLabel } from './extract-label.ts'
import { openingLine } from './opening-line.ts'
import { validateAttributes } from './validate-attributes.ts'

/**
 * Holds every directive against what its template declares, with a message for each mistake, and puts the `Block`
 * that HTML and plaintext draw at `node.data.block`.
 * @param tree the issue's tree; inner blocks are held too
 */
export function validateBlocks(tree: Root, context: BlockContext): void {
  const seen = new Map<string, Set<string>>()
  visit(tree, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return
    const spec = context.theme.blocks.get(node.name)
    if (!spec) return complainOfUnknown(node, context)
    const errors = countErrors(context)
    const block = toBlock(node, spec, seen, context)
    // A block with a mistake is not drawn: its template would stumble over what is not there, and complain too.
    if (countErrors(context) === errors) node.data = { ...node.data, block }
    return spec.body === 'none' && !spec.items ? SKIP : undefined
  })
}

function countErrors({ file }: BlockContext): number {
  return file.messages.filter(({ fatal }) => fatal).length
}

function toBlock(
  node: Directive,
  spec: BlockSpec,
  seen: Map<string, Set<string>>,
  context: BlockContext,
): Block {
  const { label, rest } = extractLabel(node)
  const { items, body } = spec.items ? extractItems(node, spec, rest, context) : { items: [], body: rest }
  const attributes = validateAttributes(node, spec, context)
  const block: Block = { spec, attributes, label, body, items, extra: {} }
  holdShape(node, block, context)
  if (Object.hasOwn(behaviours, spec.name)) behaviours[spec.name]?.(block, node, context, seen)
  return block
}

function complainOfUnknown(node: Directive, { file, source, theme, matter }: BlockContext): void {
  const known = [...theme.blocks.keys()].sort()
  const near = nearest(node.name, known)
  report(file, `Unexpected block \`${node.name}\`, expected ${near ? `\`${near}\`` : listNames(known)}`, {
    ruleId: 'block-unknown',
    place: openingLine(node, source),
    note: `To make a block of this name, write \`templates/${matter.template}/blocks/${node.name}.html\`. To write it as text, put a backslash before the colons.`,
  })
}

/** Label and body where the block wants them, and not where it does not. */
function holdShape(node: Directive, block: Block, { file, source }: BlockContext): void {
  const { spec } = block
  const place = openingLine(node, source)
  const container = node.type === 'containerDirective'
  const say = (reason: string, note: string) => report(file, reason, { ruleId: 'block-shape', place, note })
  if (spec.label === 'required' && !block.label)
    say(
      `Missing label of block \`${spec.name}\``,
      `Write it in brackets: \`${container ? ':::' : '::'}${spec.name}[Label]\`.`,
    )
  if (spec.label === 'none' && block.label)
    say(
      `Unexpected label of block \`${spec.name}\``,
      'This block has no place for one. Move the words into its body, or leave them out.',
    )
  if (spec.body === 'required' && block.body.length === 0)
    say(
      `Missing text in block \`${spec.name}\``,
      container
        ? 'Put it between the two fences.'
        : `Write \`:::${spec.name}\`, the text, and a line with \`:::\`.`,
    )
  if (spec.body === 'none' && block.body.length > 0 && !spec.items)
    say(
      `Unexpected text in block \`${spec.name}\``,
      `This block has no body. Write it on one line: \`::${spec.name}\`.`,
    )
}
