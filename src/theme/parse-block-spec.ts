import type { VFile } from 'vfile'
import { blockSpecSchema, createBlockSpec } from '../block-spec/block-spec.ts'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import type { BlockSpec } from '../types.ts'
import { validate } from '../yaml/validate.ts'
import { parseTemplateYaml } from './parse-template-yaml.ts'
import { splitHead } from './split-head.ts'

/**
 * Parses the spec of a block from the head of its template. Mistakes are reported on the template's file.
 * @param name the block's name, which is the file's name without its extension
 */
export function parseBlockSpec(name: string, file: VFile): BlockSpec {
  const { head, offset } = splitHead(String(file))
  if (head === '' && /^---[ \t]*\r?\n/.test(String(file))) reportUnclosedHead(file)
  const value = validate(blockSpecSchema, parseTemplateYaml(file, head, offset), file, {
    ruleId: 'block-head',
    subject: "block's head",
  })
  return createBlockSpec(name, value)
}

function reportUnclosedHead(file: VFile): void {
  report(file, "Missing closing `---` of the block's head", {
    ruleId: 'block-head',
    place: { start: { line: 1, column: 1 }, end: { line: 1, column: 4 } },
    note: 'Put a line with `---` below the last key.',
  })
}

/** Reports the head of a template whose block says its spec in code: which of the two counts would be a guess. */
export function reportSecondSpec(name: string, file: VFile): void {
  const { head, offset } = splitHead(String(file))
  if (head === '') return
  const points = createPoints(file)
  const [start, end] = [points.toPoint(offset), points.toPoint(offset + head.length)]
  report(file, `Unexpected head of block \`${name}\`, expected none beside the \`spec\` of its definition`, {
    ruleId: 'block-head',
    place: start && end && { start, end },
    note: 'Keep one of them: the head, which stands beside what it describes, or `spec` in the config, which gives `resolve` its types.',
  })
}
