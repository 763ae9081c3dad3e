import type { Root, RootContent } from 'mdast'
import { indent } from '../typeset/indent.ts'
import { printFlow } from './print-flow.ts'
import { printPhrasing } from './print-phrasing.ts'
import { printUrl } from './print-url.ts'
import { remainingWidth } from './remaining-width.ts'
import { removeHidden } from './remove-hidden.ts'
import { type PrintOptions, State } from './state.ts'

interface Section {
  text: string
  links: string
}

/** Up to this many links are listed at the end of the text; more are listed at the end of each section, near their use. */
const FEW_LINKS = 12

/**
 * Prints a Markdown tree as plaintext: prose in columns, links as numbered notes with their list at the end, footnotes
 * as lettered ones.
 * @param tree a parsed issue
 * @param options the width, and how blocks are rendered
 * @returns the text, before `tidy`
 */
export function printTree(tree: Root, options: PrintOptions = {}): string {
  const width = options.width ?? 72
  const state = new State(tree, { flow: printFlow, phrasing: printPhrasing }, options)
  const parts = splitSections(removeHidden(tree.children))
  const sections = parts.map((nodes, index): Section => {
    const known = state.links.size
    const text = state.flow(nodes, width)
    const footnotes = index === parts.length - 1 ? printFootnotes(state, width) : ''
    return { text: stack(text, footnotes), links: listLinks(state, known) }
  })
  const isLong = sections.length > 1 && state.links.size > FEW_LINKS
  if (isLong) return sections.map(({ text, links }) => stack(text, links)).join(APART)
  const all = sections.map(({ text }) => text).join(APART)
  return [all, listLinks(state, 0)].filter(Boolean).join(APART)
}

const APART = '\n\n\n'

function stack(...texts: string[]): string {
  return texts.filter(Boolean).join('\n\n')
}

/** Splits before each heading of the first or second level. */
function splitSections(nodes: RootContent[]): RootContent[][] {
  const sections: RootContent[][] = [[]]
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= 2 && sections.at(-1)?.length) sections.push([])
    sections.at(-1)?.push(node)
  }
  return sections
}

/** Prints footnotes in the order of their references; printing one may add another. */
function printFootnotes(state: State, width: number): string {
  const printed: string[] = []
  for (let next = state.footnotes.at(0); next; next = state.footnotes.at(printed.length)) {
    const lead = `[${next.label}] `
    const text = state.flow(state.footnote(next.key)?.children ?? [], remainingWidth(width, lead))
    printed.push(indent(text, ' '.repeat(lead.length), lead))
  }
  return printed.join(printed.some((each) => each.includes('\n\n')) ? '\n\n' : '\n')
}

function listLinks(state: State, known: number): string {
  return state.links
    .since(known)
    .map(({ key, label }) => `[${label}] ${printUrl(key)}`)
    .join('\n')
}
