import type { Directive } from '../types.ts'

/** An attribute as it is written in the opening line of a block. */
export interface WrittenAttribute {
  name: string
  /** The value without its quotation marks; empty when there is none. */
  value: string
  /** The offset in the issue's text of its name, or of the `#` or `.` that stands for one. */
  start: number
  /** The offset behind its name, or behind the value of `#` and `.`. */
  end: number
}

export interface AttributeList {
  /** As written, with its braces. */
  text: string
  /** Its offset in the issue's text. */
  offset: number
  /** In the order that they are written in; the last one of a name counts. */
  attributes: WrittenAttribute[]
}

const head = /^:+[\w-]+(?:\[(?:[^\]\\]|\\.|\[[^\]]*\])*\])?/
const attribute =
  /([#.])([^\s#.}"'<=>`]+)|([^\s={}"'<>`#.][^\s={}"'<>`]*)(?:[ \t]*=[ \t]*(?:"([^"]*)"|'([^']*)'|([^\s}]+)))?/g

/**
 * Reads the list of attributes in the opening line of a block, as `micromark-extension-directive` does, with the place
 * of each.
 * @param source the issue's text
 * @returns `undefined` for a block without attributes
 */
export function readAttributeList(node: Directive, source: string): AttributeList | undefined {
  const start = node.position?.start.offset ?? 0
  const line = /^[^\r\n]*/.exec(source.slice(start))?.[0] ?? ''
  const opening = head.exec(line)?.[0] ?? ''
  const text = line.slice(opening.length).trimEnd()
  if (!text.startsWith('{')) return undefined
  const offset = start + opening.length
  const attributes: WrittenAttribute[] = []
  for (const match of text.matchAll(attribute)) {
    const [, sign, short, long, double, single, bare] = match
    attributes.push({
      name: long ?? (sign === '#' ? 'id' : 'class'),
      value: short ?? double ?? single ?? bare ?? '',
      start: offset + match.index,
      end: offset + match.index + (long ?? match[0]).length,
    })
  }
  return { text, offset, attributes }
}
