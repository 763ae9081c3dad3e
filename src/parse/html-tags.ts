import type { Html, Parents } from 'mdast'
import { type ReplacedPart, replaceParts } from '../typeset/replace-parts.ts'
import { foreignElements, rawTextElements } from './html-elements.ts'
import { type HtmlPart, scanHtml } from './scan-html.ts'

/** A tag in the raw HTML among siblings. */
export interface Tag extends HtmlPart {
  html: Html
  /** What replaces it. */
  written: string
  /** What is added at the end of its node. */
  trailing?: string
}

/** Finds the tags in the raw HTML among a node's children, except those within a script, a picture in SVG and the like. */
export function findTags({ children }: Parents): Tag[] {
  const tags: Tag[] = []
  let opaque: string | undefined
  for (const html of children) {
    if (html.type !== 'html') continue
    for (const part of scanHtml(html.value)) {
      if (part.kind === 'declaration' || !part.isEnded) continue
      if (opaque !== undefined && !(part.kind === 'end' && part.name === opaque)) continue
      opaque = isOpaque(part) ? part.name : undefined
      tags.push({ ...part, html, written: part.text })
    }
  }
  return tags
}

function isOpaque({ kind, name, text }: HtmlPart): boolean {
  if (kind !== 'start') return false
  return rawTextElements.has(name) || (foreignElements.has(name) && !text.endsWith('/>'))
}

/** Writes tags that were replaced into their nodes. */
export function writeTags(tags: Tag[]): void {
  const nodes = new Map<Html, { parts: ReplacedPart[]; trailing: string }>()
  for (const { html, offset, text, written, trailing = '' } of tags) {
    const node = nodes.get(html) ?? { parts: [], trailing: '' }
    nodes.set(html, node)
    if (written !== text) node.parts.push({ start: offset, end: offset + text.length, text: written })
    node.trailing = trailing + node.trailing
  }
  for (const [html, { parts, trailing }] of nodes) html.value = replaceParts(html.value, parts) + trailing
}

/** True for a node whose children are blocks, so that HTML in it is a block too. */
export function isFlow({ type }: Parents): boolean {
  return /^(?:root|blockquote|listItem|containerDirective|footnoteDefinition)$/.test(type)
}
