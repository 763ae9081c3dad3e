import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { type Document, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { memoizeText } from '../memoize-text.ts'
import { findMistakes } from './find-mistakes.ts'
import { reportLostText } from './report-lost-text.ts'
import { reportSplitText } from './report-split-text.ts'

export type YamlPath = readonly (string | number)[]

/** Parsed YAML, with the positions of its parts. */
export interface Yaml {
  /** The data; `undefined` when the text has errors. */
  value: unknown
  /**
   * The position of a part in its file; for a part that does not exist, the position of its nearest ancestor.
   * @param path keys and indices from the root
   * @param part the entry's key or its value
   */
  placeOf(path: YamlPath, part?: 'key' | 'value'): Position
}

/**
 * Parses YAML 1.2 (core schema). Reports each syntax error on the file, at its position, and each comment that cuts a text.
 * @param text the YAML, a part of the file
 * @param file the file that contains it
 * @param offset the start of the text in the file, in UTF-16 code units
 * @param unquote transforms each quoted string
 */
export function parseYaml(text: string, file: VFile, offset = 0, unquote?: Unquote): Yaml {
  const document = unquote ? parse(text) : parseOnce(text)
  if (unquote) unquoteAll(document, unquote)
  const locate = createLocator(file, offset)
  const written = String(file).slice(offset, offset + text.length)
  const mistakes = findMistakes(document, text, written)
  for (const { reason, note, start, end } of mistakes)
    report(file, reason, {
      ruleId: 'yaml-syntax',
      place: locate(start, end),
      ...(note !== undefined && { note }),
    })
  reportSplitText(document, file, locate)
  reportLostText(document, file, written, locate)
  return {
    value: mistakes.length > 0 ? undefined : convertToData(document, file, locate),
    placeOf: (path, part = 'value') => locate(...findRange(document, path, part, text.length)),
  }
}

const parse = (text: string) => parseDocument(text, { prettyErrors: false, stringKeys: true, strict: true })

/** An issue's front matter is parsed when the newsletter is loaded, for each target, and for the web copy. */
const parseOnce = memoizeText(parse, 20)

/** Transforms the value of a quoted string, given with its quotation mark. */
export type Unquote = (text: string, quote: '"' | "'") => string

function unquoteAll(document: Document, unquote: Unquote): void {
  visit(document, {
    Scalar: (_, scalar) => {
      const { type, value } = scalar
      if (typeof value !== 'string') return
      if (type === 'QUOTE_DOUBLE') scalar.value = unquote(value, '"')
      if (type === 'QUOTE_SINGLE') scalar.value = unquote(value, "'")
    },
  })
}

/** `toJS` throws for aliases that multiply ("billion laughs"), which is reported as an error of the YAML. */
function convertToData(document: Document, file: VFile, locate: ReturnType<typeof createLocator>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report(file, `Cannot read this YAML: ${sentence(reason)}`, {
      ruleId: 'yaml-syntax',
      place: locate(0, 1),
    })
    return undefined
  }
}

function createLocator(file: VFile, offset: number) {
  const points = createPoints(file)
  const length = String(file).length
  return (start: number, end: number): Position => {
    const from = points.toPoint(Math.min(offset + start, length))
    const to = points.toPoint(Math.min(offset + end, length))
    if (!from || !to) throw new RangeError('A YAML range lies outside its file')
    return { start: from, end: to }
  }
}

/** The first character for a map, and the whole of anything else. */
function rootRange({ contents }: Document, length: number): [number, number] {
  if (contents?.range && !isMap(contents)) return [contents.range[0], contents.range[1]]
  return [0, Math.min(length, 1)]
}

function findRange(
  document: Document,
  path: YamlPath,
  part: 'key' | 'value',
  length: number,
): [number, number] {
  let node: unknown = document.contents
  let range = rootRange(document, length)
  for (const [depth, step] of path.entries()) {
    const last = depth === path.length - 1
    if (isMap(node)) {
      const pair = node.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === step)
      if (!pair) return range
      if (isNode(pair.key) && pair.key.range) range = [pair.key.range[0], pair.key.range[1]]
      if (last && part === 'key') return range
      node = pair.value
    } else if (isSeq(node)) {
      node = node.items[Number(step)]
    } else return range
    if (isNode(node) && node.range && node.range[1] > node.range[0]) range = [node.range[0], node.range[1]]
  }
  return range
}

function sentence(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/\.$/, '')
}
