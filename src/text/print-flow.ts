import type { Code, Heading, Nodes, Paragraph, PhrasingContent } from 'mdast'
import { splitCaption } from '../parse/split-caption.ts'
import { blankLine } from '../private-use.ts'
import { indent } from '../typeset/indent.ts'
import { underline } from '../typeset/underline.ts'
import { wrap } from '../typeset/wrap.ts'
import { ORNAMENT } from './elements.ts'
import { htmlToFlow } from './html-to-flow.ts'
import { printDirective } from './print-directive.ts'
import { removeOuterEmphasis } from './print-emphasis.ts'
import { printItem, printList } from './print-list.ts'
import { printRow, printTable } from './print-table.ts'
import { remainingWidth } from './remaining-width.ts'
import type { State } from './state.ts'

type FlowType = Exclude<Nodes['type'], Exclude<PhrasingContent['type'], 'html'>>

type FlowWriters = {
  [Type in FlowType]: (node: Extract<Nodes, { type: Type }>, state: State, width: number) => string
}

/** The writer of each node type. A missing type is a compile error. */
const flowWriters: FlowWriters = {
  root: (node, state, width) => state.flow(node.children, width),
  paragraph: printParagraph,
  heading: printHeading,
  thematicBreak: (_, __, width) =>
    `${' '.repeat(Math.max(0, Math.floor((width - ORNAMENT.length) / 2)))}${ORNAMENT}`,
  blockquote: (node, state, width) => {
    const text = state.flow(node.children, remainingWidth(width, QUOTE))
    return text === '' ? '' : indent(text, QUOTE)
  },
  code: printCode,
  html: (node, state, width) => state.flow(htmlToFlow(node.value), width),
  list: printList,
  listItem: (node, state, width) => printItem(node, '- ', state, width),
  table: printTable,
  tableRow: printRow,
  tableCell: (node, state) => state.inline(node.children),
  containerDirective: printDirective,
  leafDirective: printDirective,
  definition: () => '',
  footnoteDefinition: () => '',
  yaml: () => '',
}

/** Prints one block. @param width columns, or 0 for no wrapping */
export function printFlow(node: Nodes, state: State, width: number): string {
  const write = flowWriters[node.type as FlowType] as (node: Nodes, state: State, width: number) => string
  return write(node, state, width)
}

const QUOTE = '> '
const CODE = '    '

function printParagraph(node: Paragraph, state: State, width: number): string {
  const captioned = splitCaption(node)
  const text = state.inline(captioned ? [captioned.picture] : removeOuterEmphasis(node.children))
  const caption = captioned
    ? state.inline(removeOuterEmphasis(captioned.caption))
    : extractCaption(node, state)
  return [text, caption]
    .map((part) => wrap(part, { width }))
    .join('\n')
    .trim()
}

/** The title of an image alone in its paragraph; beside other content, the HTML does not show a title either. */
function extractCaption(node: Paragraph, state: State): string {
  const [only, ...others] = node.children
  if (others.length > 0) return ''
  if (only?.type === 'image') return only.title ?? ''
  return only?.type === 'imageReference' ? (state.definition(only.identifier)?.title ?? '') : ''
}

function printHeading(node: Heading, state: State, width: number): string {
  const text = wrap(state.inline(removeOuterEmphasis(node.children)), { width })
  if (text === '') return text
  return underline(text, state.headingMarks.get(node.depth) ?? '-', width || undefined)
}

/** Code retains its lines, blank ones included. */
function printCode(node: Code, state: State): string {
  const lines = state
    .literal(node.value)
    .split('\n')
    .map((line) => line.trimEnd() || blankLine)
  return node.value.trim() === '' ? '' : indent(lines.join('\n'), CODE)
}
