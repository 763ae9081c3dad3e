import { type Document, isPair, isScalar, type Pair, visit } from 'yaml'
import { quoteText, type YamlMistake } from './explain-yaml-error.ts'

/**
 * Finds values with parentheses that a map in braces splits at their commas: in `{ accent: rgb(1,2,3) }`, the value is
 * `rgb(1`, and `2` and `3)` are keys.
 * @param source the YAML as it was parsed
 * @param written the same, with merge tags as they were written
 */
export function findSplitValues(document: Document, source: string, written: string): YamlMistake[] {
  const found: YamlMistake[] = []
  visit(document, {
    Map: (_, { flow, items }) => {
      if (!flow) return
      for (const [index, { key, value }] of items.entries()) {
        if (!isScalar(value) || value.type !== 'PLAIN' || !value.range) continue
        const [start] = value.range
        const end = source.indexOf(')', start) + 1
        const isSplit = /^[^()]+\([^()]*$/.test(String(value.value)) && isKeyAlone(items[index + 1], end)
        if (!isSplit) continue
        const text = written.slice(start, end)
        found.push({
          start,
          end,
          reason: `Unexpected comma in \`${text}\` without quotation marks`,
          note: `Between braces, a comma ends a value. Put quotation marks around all of it: \`${isScalar(key) ? `${key.value}: ` : ''}${quoteText(text)}\`.`,
          isCause: true,
        })
      }
    },
  })
  return found
}

/** Whether an entry before an offset is a key without a value. */
function isKeyAlone(pair: Pair | undefined, end: number): boolean {
  if (!isPair(pair) || !isScalar(pair.key) || !pair.key.range) return false
  return (
    pair.key.range[0] < end && (pair.value === null || (isScalar(pair.value) && pair.value.value === null))
  )
}
