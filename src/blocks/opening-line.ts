import type { Position } from 'unist'
import type { Directive } from '../types.ts'

/**
 * The place of a directive's opening line, which most messages about a block point at.
 * @param source the text: `String(file)`
 */
export function openingLine(node: Directive, source: string): Position {
  const start = node.position?.start ?? { line: 1, column: 1, offset: 0 }
  const offset = start.offset ?? 0
  const length = /^[^\r\n]*/.exec(source.slice(offset))?.[0].trimEnd().length ?? 0
  return { start, end: { line: start.line, column: start.column + length, offset: offset + length } }
}

/**
 * The place of one attribute in a directive's opening line; the whole line when the attribute cannot be found.
 * @param name the attribute's name
 * @param source the text: `String(file)`
 */
export function attributePlace(node: Directive, name: string, source: string): Position {
  const line = openingLine(node, source)
  const text = source.slice(line.start.offset, line.end.offset)
  const list = text.lastIndexOf('{')
  const pattern =
    name === 'id'
      ? /#[^\s.}]+|\bid\s*=/
      : new RegExp(`(?<![\\w-])${name.replace(/[^\w-]/g, '\\$&')}(?![\\w-])`)
  const match = list === -1 ? null : pattern.exec(attributeList(text))
  if (!match) return line
  const from = attributeStart(text) + match.index
  const { line: number, column, offset = 0 } = line.start
  return {
    start: { line: number, column: column + from, offset: offset + from },
    end: { line: number, column: column + from + match[0].length, offset: offset + from + match[0].length },
  }
}

function attributeStart(text: string): number {
  const match = /^:+[\w-]+(?:\[(?:[^\]\\]|\\.|\[[^\]]*\])*\])?/.exec(text)
  return match ? match[0].length : 0
}

function attributeList(text: string): string {
  // Values are blanked, since they may contain the name of an attribute.
  return text
    .slice(attributeStart(text))
    .replace(/=\s*("[^"]*"|'[^']*')/g, (value) => `=${' '.repeat(value.length - 1)}`)
}
