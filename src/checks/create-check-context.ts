import type { Element, Nodes, Root } from 'hast'
import type { Position } from 'unist'
import { createPoints } from '../diagnostics/points.ts'
import { parseDocument } from '../hast/parse-document.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { CheckContext, Origin } from './check.ts'

export interface CheckContextParts extends Omit<CheckContext, 'document' | 'originOf'> {
  /** The finished HTML with `data-o` attributes, which contain the places that its elements come from. */
  marked: string
}

/** Creates the context of the checks from the result of rendering one issue. */
export function createCheckContext({ marked, ...parts }: CheckContextParts): CheckContext {
  const document = parseDocument(marked)
  const origins = resolveOrigins(document, parts)
  return { ...parts, document, originOf: (element) => origins.get(element) ?? { file: parts.file } }
}

/** An element without a `data-o` of its own (a `tbody` that the parser added) has its parent's origin. */
function resolveOrigins(
  document: Root,
  { file, theme }: Pick<CheckContextParts, 'file' | 'theme'>,
): Map<Element, Origin> {
  const origins = new Map<Element, Origin>()
  const points = createPoints(file)
  const templates = [...theme.files.values()]
  const inIssue = (start: number, end: number): Origin => {
    const from = points.toPoint(start)
    const to = points.toPoint(end)
    return { file, ...(from && to && { position: { start: from, end: to } }) }
  }
  walkTree<Nodes>(document, (element, parent) => {
    if (element.type !== 'element') return
    const place = String(element.properties.dataO ?? '')
    const [, start, end] = /^(\d+)-(\d+)$/.exec(place) ?? []
    const [, number, line, column] = /^t(\d+):(\d+):(\d+)(?:@\d+-\d+)?$/.exec(place) ?? []
    const template = templates[Number(number)]
    if (start !== undefined) origins.set(element, inIssue(Number(start), Number(end)))
    else if (template)
      origins.set(element, {
        file: template,
        position: createPosition(element, Number(line), Number(column)),
      })
    else if (parent?.type === 'element') origins.set(element, origins.get(parent) ?? { file })
  })
  return origins
}

function createPosition({ tagName }: Element, line: number, column: number): Position {
  return { start: { line, column }, end: { line, column: column + tagName.length + 1 } }
}
