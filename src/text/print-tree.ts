import type { Root } from 'mdast'
import { indent } from '../typeset/indent.ts'
import { fitsOneList, groupParts } from './group-parts.ts'
import { formatLinks, LinkLists } from './link-lists.ts'
import { printFlow } from './print-flow.ts'
import { type Part, printPart, printParts } from './print-parts.ts'
import { printPhrasing } from './print-phrasing.ts'
import { remainingWidth } from './remaining-width.ts'
import { splitSections } from './split-sections.ts'
import { expandHtml, type PrintOptions, State } from './state.ts'
import { APART, Text } from './text.ts'

/** The parts of a section, without the dividers at its end, which come after its links. */
interface Section {
  parts: Part[]
  dividers: Part[]
}

/** Up to this many links are listed at the end of a short text; others are listed in each section, near their use. */
const FEW_LINKS = 12

/**
 * Prints a Markdown tree as plaintext: prose in columns, links as numbered notes with their list at the end or near by,
 * footnotes as lettered ones.
 * @param tree a parsed issue
 * @param options the width, and how blocks are rendered
 * @returns the text, before `tidy`
 */
export function printTree(tree: Root, options: PrintOptions = {}): string {
  const width = options.width ?? 72
  const state = new State(tree, { flow: printFlow, phrasing: printPhrasing }, options)
  const sections = splitSections(expandHtml(tree.children)).map((nodes) =>
    createSection(printParts(nodes, state, width)),
  )
  const footnotes = printPart('footnoteDefinition', () => printFootnotes(state, width), state)
  if (footnotes.text !== '') sections.at(-1)?.parts.push(footnotes)
  const all = sections.flatMap(({ parts, dividers }) => [...parts, ...dividers])
  const isShort = state.links.size <= FEW_LINKS && fitsOneList(all)
  const isOneGroup = sections.length === 1 && groupParts(all).length === 1
  return isShort || isOneGroup ? printShort(sections, formatLinks(state.links.since(0))) : printLong(sections)
}

function createSection(parts: Part[]): Section {
  const last = parts.findLastIndex(({ type }) => type !== 'thematicBreak')
  return { parts: parts.slice(0, last + 1), dividers: parts.slice(last + 1) }
}

/** One list of all links, after the text and before the dividers at its end. */
function printShort(sections: Section[], list: string): string {
  const text = new Text()
  for (const [index, { parts, dividers }] of sections.entries()) {
    const isLast = index === sections.length - 1
    text.add(isLast ? parts : [...parts, ...dividers])
  }
  text.addList(list, APART)
  text.add(sections.at(-1)?.dividers ?? [])
  return text.toString()
}

/** The links of each section after it, or after a part of it. */
function printLong(sections: Section[]): string {
  const text = new Text()
  const lists = new LinkLists()
  for (const { parts, dividers } of sections) {
    for (const group of groupParts(parts)) {
      text.add(group)
      text.addList(lists.print(group, text.lines), '\n\n')
    }
    text.add(dividers)
  }
  return text.toString()
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
