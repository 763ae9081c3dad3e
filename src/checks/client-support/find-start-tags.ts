import type { VFile } from 'vfile'
import type { Location } from 'vfile-location'
import { createPoints } from '../../diagnostics/points.ts'
import type { Origin } from '../check.ts'

/** A start tag in a template or in Markdown. Attribute values and Liquid can contain any character, `>` included. */
const startTag = /^<([a-z][a-z0-9:-]*)(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|"[^"]*"|'[^']*'|[^'">])*>/i

/**
 * Returns the start tag of an element as it was written; `undefined` for an element that Markdown or a plugin has
 * generated.
 */
export type FindStartTag = (at: Origin, tagName: string) => string | undefined

/** Creates a function that finds start tags. */
export function findStartTags(): FindStartTag {
  const points = new Map<VFile, Location>()
  return ({ file, position }, tagName) => {
    if (!position) return undefined
    const known = points.get(file) ?? createPoints(file)
    points.set(file, known)
    const offset = known.toOffset(position.start)
    const [tag, name] = startTag.exec(String(file).slice(offset)) ?? []
    return name?.toLowerCase() === tagName ? tag : undefined
  }
}

/** The value of a start tag's `style`, as it is written; empty when there is none. */
export function parseStyleAttribute(tag: string): string {
  const [, double, single] = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? []
  return double ?? single ?? ''
}
