import { report } from '../diagnostics/report.ts'
import type { BlockSpec, Directive, RootContent } from '../types.ts'
import type { BlockContext } from './block-context.ts'
import { openingLine } from './opening-line.ts'

/** Divides the body of a block into its parts, at the `---` lines, and reports an empty part or a wrong number of them. */
export function extractParts(
  node: Directive,
  spec: BlockSpec,
  body: RootContent[],
  { file, source }: BlockContext,
): RootContent[][] {
  const { min, max } = spec.parts ?? { min: 1, max: Number.POSITIVE_INFINITY }
  const parts: RootContent[][] = [[]]
  const reportParts = (reason: string, note: string, place = openingLine(node, source)) =>
    report(file, reason, { ruleId: 'block-parts', place, note })
  for (const child of body) {
    const part = parts.at(-1)
    if (child.type !== 'thematicBreak') part?.push(child)
    else {
      if (part?.length === 0)
        reportParts(
          `Missing text above the divider in block \`${spec.name}\``,
          'A line with `---` stands between two parts. Write the part above it, or remove the line.',
          child.position,
        )
      parts.push([])
    }
  }
  const divider = body.findLast(({ type }) => type === 'thematicBreak')
  if (divider && parts.at(-1)?.length === 0)
    reportParts(
      `Missing text below the divider in block \`${spec.name}\``,
      'A line with `---` stands between two parts. Write the part below it, or remove the line.',
      divider.position,
    )
  const range = Number.isFinite(max) ? `${min} to ${max}` : `at least ${min}`
  if (parts.length < min || parts.length > max)
    reportParts(
      `Unexpected number of parts in block \`${spec.name}\`: ${body.length === 0 ? 0 : parts.length}, expected ${range}`,
      'Between two parts stands a line with `---`, with blank lines around it: right below a text it would make a heading of it.',
    )
  return parts
}
