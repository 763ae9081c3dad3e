import { report } from '../../diagnostics/report.ts'
import { plainWords } from '../../polls/plain-words.ts'
import type { RootContent } from '../../types.ts'
import { openingLine } from '../opening-line.ts'
import { parseNumber } from './format-quantity.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** One value of a chart. */
export interface ChartPoint {
  label: string
  value: number
}

/** Extracts the list of values of a chart (`- Monday: 12`), and what else is in its body. Mistakes are reported at their line. */
export function extractPoints(
  body: readonly RootContent[],
  { file, source, node }: ShippedBlockContext,
): { points: ChartPoint[]; rest: RootContent[] } {
  const list = body.find((child) => child.type === 'list')
  const rest = body.filter((child) => child !== list)
  if (!list) {
    report(file, 'Missing data of the block `chart`', {
      ruleId: 'chart-data',
      place: openingLine(node, source),
      note: 'Write a list with a name and a number in each item, `- Monday: 12`, or name a CSV file: `{file="data.csv"}`.',
    })
    return { points: [], rest }
  }
  const points = list.children.flatMap((item) => {
    const words = plainWords(item)
    const [, label = '', written = ''] = /^(.*?)\s*[:：]\s*([^:：]*)$/.exec(words) ?? []
    const value = parseNumber(written)
    if (label !== '' && value !== undefined) return [{ label, value }]
    report(file, `Unexpected item \`${words}\` of the block \`chart\`, expected a name and a number`, {
      ruleId: 'chart-data',
      place: item.position,
      note: `Write it with a colon between them, and a number of digits with a point before its decimals: \`- Monday: 12.5\`.`,
    })
    return []
  })
  return { points, rest }
}
