import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { type Document, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from 'yaml'
import { report } from '../diagnostics/report.ts'

export type YamlPath = readonly (string | number)[]

/** A YAML text as data, with the places of its parts. */
export interface Yaml {
  /** The data; `undefined` when the text has errors. */
  value: unknown
  /**
   * Where a part stands in its file; of a part that is not there, where its nearest ancestor stands.
   * @param path keys and indexes from the root
   * @param part the entry's key or its value
   */
  placeOf(path: YamlPath, part?: 'key' | 'value'): Position
}

/**
 * Parses YAML 1.2 (core schema) and puts a message on the file for each mistake, at its place.
 * @param text the YAML, a part of the file
 * @param file the file it stands in
 * @param offset where in the file the text begins, in UTF-16 units
 * @param unquote what becomes of a quoted text, given with its quotation mark
 */
export function parseYaml(text: string, file: VFile, offset = 0, unquote?: Unquote): Yaml {
  const document = parseDocument(text, { prettyErrors: false, stringKeys: true, strict: true })
  if (unquote) unquoteAll(document, unquote)
  const toPlace = placer(file, offset)
  for (const error of document.errors) {
    const start = error.code === 'MISSING_CHAR' ? openingOf(document, error.pos[0]) : error.pos[0]
    const place = toPlace(start, Math.max(start + 1, start === error.pos[0] ? error.pos[1] : start + 1))
    report(file, `Cannot read this YAML: ${sentence(error.message)}`, {
      ruleId: 'yaml-syntax',
      place,
      note: remedies[error.code],
    })
  }
  return {
    value: document.errors.length > 0 ? undefined : toData(document, file, toPlace),
    placeOf: (path, part = 'value') => toPlace(...rangeOf(document, path, part, text.length)),
  }
}

/** Mends a text that stood in quotation marks. */
export type Unquote = (text: string, mark: '"' | "'") => string

const quoteIt =
  'A text with `: `, or one that begins with a bracket, a star or a quotation mark, needs quotation marks around all of it: `subject: "…"`.'

/** What to do about the mistakes that writers make most, in their words. */
const remedies: Record<string, string | undefined> = {
  BLOCK_AS_IMPLICIT_KEY: quoteIt,
  UNEXPECTED_TOKEN: quoteIt,
  BAD_ALIAS: quoteIt,
  MULTILINE_IMPLICIT_KEY: quoteIt,
  TAB_AS_INDENT: 'YAML is indented with spaces. Put spaces where the tab is.',
  DUPLICATE_KEY: 'Each key can be there only once. Remove one of the two.',
}

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

/** Aliases that multiply ("billion laughs") make `toJS` throw; that is the author's mistake, not ours. */
function toData(document: Document, file: VFile, toPlace: ReturnType<typeof placer>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    report(file, `Cannot read this YAML: ${sentence(reason)}`, {
      ruleId: 'yaml-syntax',
      place: toPlace(0, 1),
    })
    return undefined
  }
}

/** A quote that never closes is a mistake where it opens, not where the text ends. */
function openingOf(document: Document, offset: number): number {
  let start = offset
  visit(document, {
    Scalar: (_, { type, range }) => {
      const quoted = type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE'
      if (quoted && range && range[0] <= offset && offset <= range[2]) start = range[0]
    },
  })
  return start
}

function placer(file: VFile, offset: number) {
  const points = location(file)
  const length = String(file).length
  return (start: number, end: number): Position => {
    const from = points.toPoint(Math.min(offset + start, length))
    const to = points.toPoint(Math.min(offset + end, length))
    if (!from || !to) throw new RangeError('A YAML range lies outside its file')
    return { start: from, end: to }
  }
}

function rangeOf(
  document: Document,
  path: YamlPath,
  part: 'key' | 'value',
  length: number,
): [number, number] {
  let node: unknown = document.contents
  let range: [number, number] = [0, Math.min(length, 1)]
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
