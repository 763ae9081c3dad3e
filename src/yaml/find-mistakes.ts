import { type Document, isAlias, type Node, visit, YAMLWarning } from 'yaml'
import { explainYamlError, type YamlMistake } from './explain-yaml-error.ts'
import { findSplitValues } from './find-split-values.ts'

/**
 * Finds what is wrong with a YAML document, in the order of the text: the parser's first error with those that are no
 * consequence of it, and texts that lose their first word because YAML reads it as a tag (`!important`), an anchor
 * (`&Sons`) or an alias (`*bold*`), and values that commas split.
 * @param source the YAML as it was parsed
 * @param written the same, with merge tags as they were written
 */
export function findMistakes(document: Document, source: string, written: string): YamlMistake[] {
  // The keys that remain of a split value have errors of their own.
  const found = findSplitValues(document, source, written)
  const lines = new Set(found.map(({ start }) => findLineStart(start, source)))
  const errors = [...document.errors, ...document.warnings, ...findLostWords(document)]
  for (const { code, message, pos } of errors) {
    const isQuote = code === 'MISSING_CHAR' && message.includes('quote')
    const place = isQuote ? findOpeningQuote(document, pos) : pos
    const mistake = explainYamlError({ code, message, pos: place }, source, written)
    const line = findLineStart(mistake.start, source)
    if (found.length > 0 && (!mistake.isCause || lines.has(line))) continue
    found.push(mistake)
    lines.add(line)
  }
  return found.sort((a, b) => a.start - b.start)
}

/** Aliases of nothing, and anchors that no alias refers to: both were meant as text. */
function findLostWords(document: Document): YAMLWarning[] {
  const anchors = new Map<string, Node>()
  const lost: YAMLWarning[] = []
  visit(document, {
    Node: (_, node) => {
      const [start, end] = node.range ?? [0, 0]
      if (isAlias(node)) {
        if (!anchors.delete(node.source) && !node.resolve(document))
          lost.push(new YAMLWarning([start, end], 'BAD_ALIAS', `Unknown alias \`${node.source}\``))
      } else if (node.anchor !== undefined) anchors.set(node.anchor, node)
    },
  })
  for (const [name, { range }] of anchors)
    if (range) lost.push(new YAMLWarning([range[0], range[1]], 'BAD_ALIAS', `Unused anchor \`${name}\``))
  return lost
}

/** A missing closing quotation mark is reported at the opening one, not at the end of the text. */
function findOpeningQuote(document: Document, [offset, end]: [number, number]): [number, number] {
  let at: [number, number] = [offset, end]
  visit(document, {
    Scalar: (_, { type, range }) => {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (quoted && range && range[0] <= offset && offset <= range[2]) at = [range[0], range[0] + 1]
    },
  })
  return at
}

function findLineStart(offset: number, source: string): number {
  return offset === 0 ? 0 : source.lastIndexOf('\n', offset - 1) + 1
}
