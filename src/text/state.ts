import type { Definition, FootnoteDefinition, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Printer } from '../blocks/block-variables.ts'
import type { Block } from '../types.ts'
import { htmlToFlow } from './html-to-flow.ts'
import { isPhrasing } from './is-phrasing.ts'
import { joinFlow } from './join-flow.ts'
import { LinkNumbering, toLetters, toNumber } from './link-numbering.ts'
import { attach } from './notes.ts'
import { reflow } from './reflow.ts'
import { removeHidden } from './remove-hidden.ts'
import { resolveHtml } from './resolve-html.ts'

export interface PrintOptions {
  /** Columns of a line; 72 leaves a reply room for its `> ` within the 78 of RFC 5322 section 2.1.1. 0 wraps nothing. */
  width?: number
  /** What a picture is called in the language, for `[Image: …]`. */
  imageWord?: string
  /** The finished address of a link that raw HTML holds; Markdown's links have theirs already. */
  resolve?: (href: string) => string
  /** Keeps what only looks like a merge tag from the provider's engine. */
  literal?: (text: string) => string
  /** Draws a block by its template; `null` when the template has none for plaintext. */
  drawBlock?: (block: Block, printer: Printer, width: number) => string | null
}

/** What stands beside a piece of inline content: a character, or `''` at the end of the text. */
export interface Place {
  before: string
  after: string
}

/** Empty nodes in a row (decorative pictures) that are looked past. */
const LOOK_AHEAD = 4
/** The end of a text that what follows may still change; to look at the whole each time would cost time in a long one. */
const TAIL = 1024
const ALONE: Place = { before: '', after: '' }

/** The two tables of writers; they are handed in, since they call the state in their turn. */
export interface Writers {
  flow(node: RootContent, state: State, width: number): string
  phrasing(node: PhrasingContent, state: State, place: Place): string
}

/** What the writers share while one tree is printed: a few verbs, and the numbers given so far. */
export class State {
  readonly links = new LinkNumbering(toNumber)
  readonly footnotes = new LinkNumbering(toLetters)
  readonly imageWord: string
  readonly resolve: (href: string) => string
  readonly literal: (text: string) => string
  readonly drawBlock: NonNullable<PrintOptions['drawBlock']>
  readonly #definitions = new Map<string, Definition>()
  readonly #footnoteDefinitions = new Map<string, FootnoteDefinition>()

  readonly #writers: Writers

  constructor(tree: Nodes, writers: Writers, options: PrintOptions) {
    this.#writers = writers
    this.imageWord = options.imageWord ?? 'Image'
    this.resolve = options.resolve ?? ((href) => href)
    this.literal = options.literal ?? ((text) => text)
    this.drawBlock = options.drawBlock ?? (() => null)
    visit(tree, (node) => {
      if (node.type === 'definition') keepFirst(this.#definitions, node)
      if (node.type === 'footnoteDefinition') keepFirst(this.#footnoteDefinitions, node)
    })
  }

  /** Prints blocks under each other. @param width columns, or 0 for endless lines */
  flow(nodes: RootContent[], width: number, tight = false): string {
    return joinFlow(
      unfoldHtml(groupPhrasing(nodes)).map((node) => ({ type: node.type, text: this.block(node, width) })),
      tight,
    )
  }

  /** Prints one block, without a line break at its end; `''` when there is nothing to say. */
  block(node: RootContent, width: number): string {
    return this.#writers.flow(node, this, width)
  }

  /** Prints inline content, with the source's line breaks still in it. */
  phrasing(nodes: PhrasingContent[], place: Place = ALONE): string {
    const lifted = resolveHtml(nodes)
    const done: string[] = []
    let printed = ''
    for (const [index, node] of lifted.entries()) {
      if (printed.length > TAIL * 2) {
        done.push(printed.slice(0, -TAIL))
        printed = printed.slice(-TAIL)
      }
      const before = [...printed.slice(-2)].at(-1) ?? place.before
      const after = firstCharacter(lifted, index + 1) ?? place.after
      const text = this.#writers.phrasing(node, this, { before, after })
      printed = attach(printed, text, node.type === 'text')
    }
    return done.join('') + printed
  }

  /** Prints inline content as running text: one line, but for hard breaks. */
  inline(nodes: PhrasingContent[]): string {
    return reflow(this.phrasing(nodes))
  }

  definition(identifier: string): Definition | undefined {
    return this.#definitions.get(identifier.toUpperCase())
  }

  footnote(identifier: string): FootnoteDefinition | undefined {
    return this.#footnoteDefinitions.get(identifier.toUpperCase())
  }
}

/** Of definitions with one name the first holds (CommonMark 0.31 section 4.7). */
function keepFirst<T extends Definition | FootnoteDefinition>(map: Map<string, T>, node: T): void {
  const key = node.identifier.toUpperCase()
  if (!map.has(key)) map.set(key, node)
}

/** A leaf directive holds inline content where blocks are printed: each run of it is one paragraph. */
function groupPhrasing(nodes: RootContent[]): RootContent[] {
  if (!nodes.some((node) => isPhrasing(node) && node.type !== 'html')) return nodes
  const grouped: RootContent[] = []
  let run: Paragraph | undefined
  for (const node of nodes) {
    if (!isPhrasing(node)) {
      run = undefined
      grouped.push(node)
    } else if (run) {
      run.children.push(node)
    } else {
      run = { type: 'paragraph', children: [node] }
      grouped.push(run)
    }
  }
  return grouped
}

/** Raw HTML prints as the Markdown that it amounts to, between its neighbours. */
function unfoldHtml(nodes: RootContent[]): RootContent[] {
  return removeHidden(nodes).flatMap((node) => (node.type === 'html' ? htmlToFlow(node.value) : [node]))
}

function firstCharacter(nodes: PhrasingContent[], from: number): string | undefined {
  const next = nodes
    .slice(from, from + LOOK_AHEAD)
    .map((node) => (node.type === 'break' ? '\n' : toPlain(node)))
  return [...next.join('').slice(0, 2)][0]
}
