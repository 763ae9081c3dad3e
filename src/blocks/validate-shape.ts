import { report } from '../diagnostics/report.ts'
import type { Block, Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { openingLine } from './opening-line.ts'

/** Reports a label or a body that is missing, or that the block's spec does not allow. */
export function validateShape(node: Directive, block: Block, { file, source }: BlockContext): void {
  const { spec } = block
  const place = openingLine(node, source)
  const container = node.type === 'containerDirective'
  const reportShape = (reason: string, note: string) =>
    report(file, reason, { ruleId: 'block-shape', place, note })
  if (spec.label === 'required' && !block.label)
    reportShape(
      `Missing label of block \`${spec.name}\``,
      `Write it in brackets: \`${container ? ':::' : '::'}${spec.name}[Label]\`.`,
    )
  if (spec.label === 'none' && block.label)
    reportShape(
      `Unexpected label of block \`${spec.name}\``,
      'This block does not show a label. Move the words into its body, or remove the brackets.',
    )
  if (spec.body === 'required' && block.body.length === 0)
    reportShape(
      `Missing text in block \`${spec.name}\``,
      container
        ? 'Put it between the two fences.'
        : `Write \`:::${spec.name}\`, the text, and a line with \`:::\`.`,
    )
  if (spec.body === 'none' && block.body.length > 0 && !spec.items)
    reportShape(
      `Unexpected text in block \`${spec.name}\``,
      `This block has no body. Write it on one line: \`::${spec.name}\`.`,
    )
}
