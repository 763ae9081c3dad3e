import { htmlElements, inlineElements, optionalEnds, voidElements } from '../parse/html-elements.ts'
import type { HtmlPart } from '../parse/scan-html.ts'
import type { PrintedNode } from './list-paths.ts'
import { findMeantElement } from './validate-names.ts'

/** What is wrong with the markup that a template prints. */
export type MarkupMistake =
  /** An element without an end; `meant` is a second start tag that was probably meant to be the end tag. */
  | { kind: 'open'; node: TagNode; meant?: TagNode }
  /** An element that ends after the element around it. */
  | { kind: 'overlap'; node: TagNode }
  /** An end tag without a start tag. */
  | { kind: 'stray'; node: TagNode }
  /** What ends a paragraph before its end tag. */
  | { kind: 'block'; node: PrintedNode }
  /** What is between the rows or cells of a table, which the parser moves before it. */
  | { kind: 'moved'; node: PrintedNode; inside: string }
  /** A row or cell without a table, whose tag the parser leaves out. */
  | { kind: 'tableless'; node: TagNode }

type TagNode = Extract<PrintedNode, { kind: 'tag' }>

interface OpenElement {
  name: string
  node: TagNode
}

const tableParts = new Set(['caption', 'colgroup', 'col', 'thead', 'tbody', 'tfoot', 'tr', 'td', 'th'])
const tableContexts = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr'])
const sections = new Set(['thead', 'tbody', 'tfoot'])

/** What a part of a table is put into: HTML, section 13.2.6.4.9 "The in table insertion mode" and those after it. */
const parents: Record<string, ReadonlySet<string>> = {
  td: tableContexts,
  th: tableContexts,
  tr: new Set(['table', ...sections]),
}

/** Elements that end a paragraph which is open (HTML, section 13.2.6.4.7). */
const blocks = new Set(
  'address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr listing main menu nav ol p pre search section summary table ul'.split(
    ' ',
  ),
)
const scopes = new Set('applet caption html marquee object table td template th'.split(' '))

/** What blocks and layouts print as whole blocks of HTML. */
const flowOutput = /^(?:body|content)\b/
/** Variables that print words; others may print finished rows. */
const wordOutput =
  /^(?:body|content|label|attributes|items?|strings|issue|newsletter|merge|theme|results|vote)\b/

/** Reads what a template prints as a parser of HTML does, and finds what ends up elsewhere than it was written. */
export function findMarkupMistakes(nodes: readonly PrintedNode[]): MarkupMistake[] {
  const reader = new MarkupReader()
  for (const node of nodes) reader.read(node)
  return reader.finish()
}

class MarkupReader {
  readonly #mistakes: MarkupMistake[] = []
  readonly #open: OpenElement[] = []
  /** Elements that were ended early, by the end of the element around them. */
  readonly #early: OpenElement[] = []
  /** What has ended paragraphs whose end tag was not read yet. */
  #ended: PrintedNode[] = []

  read(node: PrintedNode): void {
    if (node.kind === 'tag') {
      const { kind } = node.part
      // A misspelled name has its own message.
      const name = findMeantElement(node.part.name) ?? node.part.name
      if (!htmlElements.has(name)) return
      if (kind === 'start') this.#start(name, node)
      else this.#end(name, node)
    } else if (node.kind === 'output') {
      if (wordOutput.test(node.expression) && !/\|\s*(?:raw|html)\b/.test(node.expression))
        this.#reportMoved(node)
      if (flowOutput.test(node.expression)) this.#endParagraph(node)
    } else if (hasWords(node)) this.#reportMoved(node)
  }

  finish(): MarkupMistake[] {
    const left = [...this.#open, ...this.#early].filter(({ name }) => !optionalEnds.has(name))
    for (let index = 0; index < left.length; index += 1) {
      const { name, node } = left[index] as OpenElement
      const next = left[index + 1]
      const isMeantEnd = next?.name === name && isBare(next.node.part) && inlineElements.has(name)
      this.#mistakes.push(isMeantEnd ? { kind: 'open', node, meant: next.node } : { kind: 'open', node })
      if (isMeantEnd) index += 1
    }
    return this.#mistakes
  }

  #start(name: string, node: TagNode): void {
    if (tableParts.has(name)) this.#startTablePart(name, node)
    else {
      if (!isAllowedInTable(name, node)) this.#reportMoved(node)
      if (blocks.has(name)) this.#endParagraph(node)
      if (name === 'a') this.#endLink(node)
    }
    if (!voidElements.has(name)) this.#open.push({ name, node })
  }

  #startTablePart(name: string, node: TagNode): void {
    const table = this.#open.findLastIndex((each) => each.name === 'table')
    if (table === -1) {
      if (!this.#open.some((each) => each.name === 'template'))
        this.#mistakes.push({ kind: 'tableless', node })
      return
    }
    const allowed = parents[name] ?? new Set(['table', 'colgroup'])
    const parent = this.#open.findLastIndex((each) => allowed.has(each.name))
    this.#close(Math.max(parent, table) + 1)
  }

  #end(name: string, node: TagNode): void {
    if (voidElements.has(name)) return
    const index = this.#open.findLastIndex((each) => each.name === name)
    if (index !== -1) {
      this.#close(index + 1)
      this.#open.pop()
      return
    }
    const cause = name === 'p' ? this.#ended.pop() : undefined
    const early = this.#early.findLastIndex((each) => each.name === name)
    if (cause) this.#mistakes.push({ kind: 'block', node: cause })
    else if (early === -1) this.#mistakes.push({ kind: 'stray', node })
    else this.#mistakes.push({ kind: 'overlap', node: (this.#early.splice(early, 1)[0] as OpenElement).node })
  }

  /** Ends the open elements from an index on. */
  #close(index: number): void {
    for (const each of this.#open.splice(index)) if (!optionalEnds.has(each.name)) this.#early.push(each)
  }

  #endParagraph(node: PrintedNode): void {
    const paragraph = this.#open.findLastIndex(({ name }) => name === 'p')
    if (paragraph === -1 || paragraph < this.#open.findLastIndex(({ name }) => scopes.has(name))) return
    this.#close(paragraph)
    // A paragraph whose end tag is left out ends at the next one.
    if (node.kind !== 'tag' || node.part.name !== 'p') this.#ended.push(node)
  }

  /** Links cannot be nested: the first one ends here. */
  #endLink(node: TagNode): void {
    const index = this.#open.findLastIndex(({ name }) => name === 'a')
    const [link] = index === -1 ? [] : this.#open.splice(index, 1)
    if (link)
      this.#mistakes.push({ kind: 'open', node: link.node, ...(isBare(node.part) && { meant: node }) })
  }

  #reportMoved(node: PrintedNode): void {
    const inside = this.#open.at(-1)?.name ?? ''
    if (tableContexts.has(inside)) this.#mistakes.push({ kind: 'moved', node, inside })
  }
}

function isAllowedInTable(name: string, { part }: TagNode): boolean {
  if (name === 'input') return /\btype\s*=\s*["']?hidden/i.test(part.text)
  return /^(?:style|script|template|form)$/.test(name)
}

/** True for a tag without attributes. */
function isBare({ text }: HtmlPart): boolean {
  return !/[\s/=]/.test(text.slice(1))
}

/** Providers' tags between rows are gone when the email is sent. */
const nativeTag =
  /\*\|[\s\S]*?\|\*|\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\[%[\s\S]*?%\]|<%[\s\S]*?%>|\[\[[\s\S]*?\]\]|%%[\s\S]*?%%|%[\w:]+%|<[\w-]*[\s\S]*?>|#(?:if|elseif|foreach)\s*\([^)]*\)|#(?:else|end)\b|&#?\w+;/g

function hasWords({ source, offset, length }: Extract<PrintedNode, { kind: 'text' }>): boolean {
  return /[\p{L}\p{N}]/u.test(source.body.slice(offset, offset + length).replace(nativeTag, ' '))
}
