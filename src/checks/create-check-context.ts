import type { Element, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import type { Position } from 'unist'
import { visitParents } from 'unist-util-visit-parents'
import { location } from 'vfile-location'
import type { CheckContext, Origin } from './check.ts'

export interface CheckContextParts extends Omit<CheckContext, 'document' | 'originOf'> {
  /** The finished HTML with its marks. */
  marked: string
}

/** What the checks look at, from what the rendering of one issue gave. */
export function createCheckContext({ marked, ...parts }: CheckContextParts): CheckContext {
  const document = fromHtml(marked)
  const origins = resolveOrigins(document, parts)
  return { ...parts, document, originOf: (element) => origins.get(element) ?? { file: parts.file } }
}

/** An element without a mark of its own (a `tbody` that the parser put in) comes from where its parent comes from. */
function resolveOrigins(
  document: Root,
  { file, theme }: Pick<CheckContextParts, 'file' | 'theme'>,
): Map<Element, Origin> {
  const origins = new Map<Element, Origin>()
  const points = location(file)
  const templates = [...theme.files.values()]
  const inIssue = (start: number, end: number): Origin => {
    const from = points.toPoint(start)
    const to = points.toPoint(end)
    return { file, ...(from && to && { position: { start: from, end: to } }) }
  }
  visitParents(document, 'element', (element, ancestors) => {
    const mark = String(element.properties.dataO ?? '')
    const [, start, end] = /^(\d+)-(\d+)$/.exec(mark) ?? []
    const [, number, line, column] = /^t(\d+):(\d+):(\d+)(?:@\d+-\d+)?$/.exec(mark) ?? []
    const template = templates[Number(number)]
    const parent = ancestors.at(-1)
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
