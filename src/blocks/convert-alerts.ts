import type { Blockquote, Paragraph, Parents, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { Point } from 'unist'
import type { BlockSpec } from '../types.ts'

/** A marker, which has no backslash before it, is a line of its own: with other words after it, GitHub shows a quotation. */
const marker = /^\[!(note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i

/** The tones that stand for others in a template whose callouts do not have these. */
const nearestTones: Record<string, string> = { important: 'note', caution: 'warning' }

/**
 * Makes callouts of GitHub's alerts (docs.github.com, "Basic writing and formatting syntax"), in place: quotations that begin with
 * `[!NOTE]` or another marker, alone on its line. As on GitHub they are not made within lists and other quotations.
 * @param source the text that the tree's offsets refer to
 * @param callout the template's block, without which quotations stay as they are
 */
export function convertAlerts(tree: Root, source: string, callout: BlockSpec | undefined): void {
  const tones = callout?.attributes.tone?.values
  if (tones) convertChildren(tree, source, tones)
}

function convertChildren(parent: Parents, source: string, tones: readonly string[]): void {
  for (const [index, child] of parent.children.entries()) {
    if (child.type === 'containerDirective') convertChildren(child, source, tones)
    const alert = child.type === 'blockquote' ? createCallout(child, source, tones) : undefined
    if (alert) parent.children[index] = alert
  }
}

function createCallout(
  { children, position }: Blockquote,
  source: string,
  tones: readonly string[],
): ContainerDirective | undefined {
  const [first, ...others] = children
  if (first?.type !== 'paragraph') return undefined
  const [text] = first.children
  const isWritten = source[text?.position?.start.offset ?? 0] === '['
  const name = text?.type === 'text' && isWritten ? marker.exec(text.value)?.[1]?.toLowerCase() : undefined
  const tone = name !== undefined && !tones.includes(name) ? nearestTones[name] : name
  if (tone === undefined || !tones.includes(tone)) return undefined
  const rest = removeMarker(first, source)
  if (rest === 'words') return undefined
  const body = rest ? [rest, ...others] : others
  if (body.length === 0) return undefined
  return {
    type: 'containerDirective',
    name: 'callout',
    attributes: { tone },
    children: body as ContainerDirective['children'],
    ...(position && { position }),
  }
}

/** The paragraph without its first line; nothing if that is all, and `words` if the line has other words as well. */
function removeMarker(paragraph: Paragraph, source: string): Paragraph | 'words' | undefined {
  const [text, next, ...others] = paragraph.children
  if (text?.type !== 'text') return 'words'
  const value = text.value.replace(marker, '')
  if (value !== '') {
    const start = findNextLine(text.position?.start, source)
    const { end } = text.position ?? {}
    const place = start && end && { position: { start, end } }
    return { ...paragraph, children: [{ ...text, value, ...place }, ...paragraph.children.slice(1)] }
  }
  if (!next) return undefined
  if (next.type === 'break') return { ...paragraph, children: others }
  return text.value.endsWith('\n') ? { ...paragraph, children: [next, ...others] } : 'words'
}

/** Where the words of the next line begin, after the signs of the quotation. */
function findNextLine(start: Point | undefined, source: string): Point | undefined {
  if (start?.offset === undefined) return undefined
  const [skipped = ''] = /^[^\n]*\n[ \t>]*/.exec(source.slice(start.offset)) ?? []
  const column = skipped.length - skipped.indexOf('\n')
  return { line: start.line + 1, column, offset: start.offset + skipped.length }
}
