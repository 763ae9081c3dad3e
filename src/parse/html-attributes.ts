import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { findTypographicQuotes, formatQuoteNote } from '../diagnostics/typographic-quotes.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { hasToken } from '../private-use.ts'
import { findSecondAttributes } from '../theme/scan-attributes.ts'
import { type ReplacedPart, replaceParts } from '../typeset/replace-parts.ts'
import { htmlElements } from './html-elements.ts'
import { createHtmlPlace, resolveHtmlOffset } from './html-places.ts'
import { findTags } from './html-tags.ts'

/** A start tag with attributes, which Markdown reads as text if a value cannot be read. */
const startTag = /(?<!\\)<([a-z][a-z0-9]*)(\s[^<>]*)>/gi

/**
 * Finds start tags whose values are in typographic quotation marks, which HTML takes for a part of the value: a link
 * leads nowhere, and of several words only the first is the value. Each is reported.
 * @param source the Markdown; the tree's offsets refer to it
 * @returns the Markdown with straight marks instead, of the same length, so that the tags are read as they were meant
 */
export function straightenAttributes(tree: Root, source: string, file: VFile): string {
  const parts: ReplacedPart[] = []
  const straighten = (offset: number, text: string) => {
    for (const { 1: name = '', 2: list = '', index } of text.matchAll(startTag)) {
      const quotes = htmlElements.has(name.toLowerCase()) ? findTypographicQuotes(list) : undefined
      if (!quotes) continue
      const start = offset + index + 1 + name.length
      report(file, `Unexpected \`${quotes.mark}\` in the attributes of \`<${name}>\`, expected \`"\``, {
        ruleId: 'html-attribute',
        place: createHtmlPlace(start + quotes.offset, 1, file),
        note: formatQuoteNote(quotes),
      })
      parts.push({ start, end: start + list.length, text: quotes.straight })
    }
  }
  walkTree<Nodes>(tree, (node) => {
    const start = node.position?.start.offset
    if (start === undefined) return
    // A tag that is text can have an address in it, which is a link.
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
      straighten(start, blankCode(node, source))
    if (node.type === 'html') straighten(start, blankComments(source.slice(start, node.position?.end.offset)))
  })
  return parts.length === 0 ? source : replaceParts(source, parts)
}

/** The source of a paragraph with spaces instead of its code and its HTML. */
function blankCode(node: Nodes, source: string): string {
  const start = node.position?.start.offset ?? 0
  const text = source.slice(start, node.position?.end.offset)
  if (!/<[a-z]/i.test(text)) return ''
  const parts: ReplacedPart[] = []
  walkTree<Nodes>(node, (child) => {
    if (child.type !== 'inlineCode' && child.type !== 'html') return
    const from = (child.position?.start.offset ?? 0) - start
    const to = (child.position?.end.offset ?? 0) - start
    parts.push({ start: from, end: to, text: ' '.repeat(to - from) })
  })
  return replaceParts(text, parts)
}

function blankComments(html: string): string {
  const hidden = /<!--[\s\S]*?(?:-->|$)|<(pre|script|style)\b[\s\S]*?(?:<\/\1>|$)/gi
  return html.replace(hidden, (text) => text.replace(/[^\n]/g, ' '))
}

/** Reports attributes of raw HTML that have no effect, since there is one of the same name before them. */
export function validateSecondAttributes(tree: Root, source: string, file: VFile): void {
  walkTree<Nodes>(tree, (node) => {
    if (!('children' in node)) return
    for (const { kind, name, text, html, offset } of findTags(node)) {
      if (kind !== 'start' || !htmlElements.has(name)) continue
      for (const { attribute, first } of findSecondAttributes(text))
        if (!hasToken(attribute.name))
          report(file, `Unexpected second \`${attribute.name}\` of \`<${name}>\`, expected one`, {
            ruleId: 'html-attribute',
            place: createHtmlPlace(
              resolveHtmlOffset(html, offset + attribute.offset, source),
              attribute.length,
              file,
            ),
            note: `Only the first one has an effect, \`${first.value}\`, and \`${attribute.value}\` has none. Remove the one that you do not mean.`,
            severity: 'warning',
          })
    }
  })
}
