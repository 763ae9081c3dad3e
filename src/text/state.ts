import type { Definition, FootnoteDefinition, Nodes, PhrasingContent, RootContent } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import type { Printer } from '../blocks/block-variables.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { Block } from '../types.ts'
import { groupPhrasing } from './group-phrasing.ts'
import { createHeadingMarks, type HeadingMarks } from './heading-marks.ts'
import { htmlToFlow } from './html-to-flow.ts'
import { joinFlow } from './join-flow.ts'
import { joinInline } from './notes.ts'
import { Numbering, toLetters, toNumber } from './numbering.ts'
import { reflow } from './reflow.ts'
import { removeHidden } from './remove-hidden.ts'
import { resolveHtml } from './resolve-html.ts'

export interface PrintOptions {
  /**
   * Columns of a line, 72 by default, which leaves room for a reply's `> ` within the 78 of RFC 5322, section 2.1.1; 0 for
   * no wrapping.
   */
  width?: number
  /** The word for an image in the language, for `[Image: …]`. */
  imageWord?: string
  /** The colon of the language with the spaces around it, `: ` by default. */
  colon?: string
  /** Resolves the URL of a link in raw HTML; those of Markdown links are resolved already. */
  resolve?: (href: string) => string
  /** Escapes text that the provider's engine would read as a merge tag. */
  literal?: (text: string) => string
  /** Renders a block by its template; `null` if the theme has no plaintext template for it. */
  renderBlock?: (block: Block, printer: Printer, width: number) => string | null
}

/** The characters beside a piece of inline content, or `''` at the start or end of the text. */
export interface Neighbours {
  before: string
  after: string
}

/** Nodes searched for the next character, since some print nothing (decorative images). */
const LOOK_AHEAD = 4
/** Characters at the end of a text that the next node may still change: a bound, so that a long text stays linear. */
const TAIL = 1024
export const NO_NEIGHBOURS: Neighbours = { before: '', after: '' }

/** The two tables of writers. Injected, since the writers in turn call the state. */
export interface Writers {
  flow(node: RootContent, state: State, width: number): string
  phrasing(node: PhrasingContent, state: State, neighbours: Neighbours): string
}

/** The state that the writers share while one tree is printed: options, definitions, and the numbering so far. */
export class State {
  readonly links = new Numbering(toNumber)
  readonly footnotes = new Numbering(toLetters)
  readonly imageWord: string
  readonly colon: string
  readonly headingMarks: HeadingMarks
  readonly resolve: (href: string) => string
  readonly literal: (text: string) => string
  readonly renderBlock: NonNullable<PrintOptions['renderBlock']>
  readonly #definitions = new Map<string, Definition>()
  readonly #footnoteDefinitions = new Map<string, FootnoteDefinition>()

  readonly #writers: Writers

  constructor(tree: Nodes, writers: Writers, options: PrintOptions) {
    this.#writers = writers
    this.imageWord = options.imageWord ?? 'Image'
    this.colon = options.colon ?? ': '
    this.resolve = options.resolve ?? ((href) => href)
    this.literal = options.literal ?? ((text) => text)
    this.renderBlock = options.renderBlock ?? (() => null)
    this.headingMarks = createHeadingMarks(tree)
    walkTree(tree, (node) => {
      if (node.type === 'definition') setFirst(this.#definitions, node)
      if (node.type === 'footnoteDefinition') setFirst(this.#footnoteDefinitions, node)
    })
  }

  /** Prints blocks one after the other. @param width columns, or 0 for no wrapping */
  flow(nodes: RootContent[], width: number, tight = false): string {
    return joinFlow(
      expandHtml(groupPhrasing(nodes)).map((node) => ({ type: node.type, text: this.block(node, width) })),
      tight,
    )
  }

  /** Prints one block, without a line break at its end; `''` if there is nothing to print. */
  block(node: RootContent, width: number): string {
    return this.#writers.flow(node, this, width)
  }

  /** Prints inline content, with the source's line breaks still in it. */
  phrasing(nodes: PhrasingContent[], neighbours: Neighbours = NO_NEIGHBOURS): string {
    const resolved = resolveHtml(nodes)
    const done: string[] = []
    let printed = ''
    for (const [index, node] of resolved.entries()) {
      if (printed.length > TAIL * 2) {
        done.push(printed.slice(0, -TAIL))
        printed = printed.slice(-TAIL)
      }
      const before = [...printed.slice(-2)].at(-1) ?? neighbours.before
      const after = firstCharacter(resolved, index + 1) ?? neighbours.after
      const text = this.#writers.phrasing(node, this, { before, after })
      printed = joinInline(printed, text, node.type === 'text')
    }
    return done.join('') + printed
  }

  /** Prints inline content as one line, except for hard breaks. */
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

/** The first of several definitions with the same label takes precedence (CommonMark 0.31, section 4.7). */
function setFirst<T extends Definition | FootnoteDefinition>(map: Map<string, T>, node: T): void {
  const key = node.identifier.toUpperCase()
  if (!map.has(key)) map.set(key, node)
}

/** Replaces raw HTML by its Markdown counterpart, so that it is joined with its siblings as they are. */
export function expandHtml(nodes: RootContent[]): RootContent[] {
  return removeHidden(nodes).flatMap((node) => (node.type === 'html' ? htmlToFlow(node.value) : [node]))
}

function firstCharacter(nodes: PhrasingContent[], from: number): string | undefined {
  const next = nodes
    .slice(from, from + LOOK_AHEAD)
    .map((node) => (node.type === 'break' ? '\n' : toPlain(node)))
  return [...next.join('').slice(0, 2)][0]
}
