import { listNames } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import type { Directive } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { openingLine } from './opening-line.ts'

/** Reports a directive that the issue's template has no block for. */
export function reportUnknownBlock(node: Directive, context: BlockContext): void {
  const { file, source, theme, matter, settings } = context
  const { name } = node
  const known = [...theme.blocks.keys()].sort()
  const near = nearest(name, known)
  const path = `templates/${matter.template}/blocks/${name}.html`
  if (Object.hasOwn(settings.blocks, name))
    report(file, `Missing template of block \`${name}\``, {
      ruleId: 'block-unknown',
      place: openingLine(node, source),
      note: `The config defines what this block does; a template defines what it looks like. Write \`${path}\`.`,
    })
  else
    report(file, `Unexpected block \`${name}\`, expected ${near ? `\`${near}\`` : listNames(known)}`, {
      ruleId: 'block-unknown',
      place: openingLine(node, source),
      note: `To make a block of this name, write \`${path}\`. To write it as text, put a backslash before the colons.`,
    })
}
