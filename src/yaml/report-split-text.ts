import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { type Document, isCollection, isScalar, visit } from 'yaml'
import { report } from '../diagnostics/report.ts'
import { isOpenQuote } from '../diagnostics/typographic-quotes.ts'

/**
 * Warns of each text in a list or a map in brackets that begins with a typographic quotation mark and is split at a comma:
 * `[“text, video”]` has two entries.
 * @param locate resolves offsets in the YAML to a position in the file
 */
export function reportSplitText(
  document: Document,
  file: VFile,
  locate: (start: number, end: number) => Position,
): void {
  visit(document, {
    Scalar: (_, scalar, ancestors) => {
      const { type, value, range } = scalar
      if (type !== 'PLAIN' || typeof value !== 'string' || !range || !isOpenQuote(value)) return
      const list = ancestors.findLast((node) => isCollection(node))
      if (!list?.flow || !isSplit(list.items, range[0])) return
      report(file, `Unexpected comma after \`${value}\`, expected straight quotation marks around the text`, {
        ruleId: 'yaml-quotes',
        severity: 'warning',
        place: locate(range[0], range[1]),
        note: `YAML takes \`${value.charAt(0)}\` for a part of the text, so that the text ends at the comma. Write \`"…"\` around all of it.`,
      })
    },
  })
}

/** Whether something follows the entry at an offset. */
function isSplit(items: readonly unknown[], offset: number): boolean {
  const starts = items.map((item) => {
    const node = isScalar(item) ? item : (item as { value?: unknown } | null)?.value
    return isScalar(node) ? (node.range?.[0] ?? 0) : 0
  })
  const index = starts.indexOf(offset)
  return index !== -1 && index < items.length - 1
}
