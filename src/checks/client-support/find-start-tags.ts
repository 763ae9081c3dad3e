import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import type { Origin } from '../check.ts'

/** A start tag as a template or an author writes it; values and Liquid may hold anything. */
const startTag = /^<([a-z][a-z0-9:-]*)(?:\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|"[^"]*"|'[^']*'|[^'">])*>/i

/** Finds the start tag of an element where it was written as HTML; nothing for one that Markdown or a plugin made. */
export type FindStartTag = (at: Origin, tagName: string) => string | undefined

/** Reads each file's lines once. */
export function findStartTags(): FindStartTag {
  const points = new Map<VFile, ReturnType<typeof location>>()
  return ({ file, position }, tagName) => {
    if (!position) return undefined
    const known = points.get(file) ?? location(file)
    points.set(file, known)
    const offset = known.toOffset(position.start)
    const [tag, name] = startTag.exec(String(file).slice(offset)) ?? []
    return name?.toLowerCase() === tagName ? tag : undefined
  }
}

/** The properties that the `style` of a start tag sets. */
export function parseStyleProperties(tag: string): Set<string> {
  const [, double, single] = /\sstyle\s*=\s*(?:"([^"]*)"|'([^']*)')/i.exec(tag) ?? []
  const names = (double ?? single ?? '').matchAll(/(?:^|;|\})\s*([\w-]+)\s*:/g)
  return new Set([...names].map(([, name = '']) => name))
}
