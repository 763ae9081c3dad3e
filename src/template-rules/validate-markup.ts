import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { inlineElements } from '../parse/html-elements.ts'
import { findMarkupMistakes, type MarkupMistake } from './find-markup-mistakes.ts'
import { listPaths, type PrintedNode } from './list-paths.ts'
import { type FlowNode, parseFlow, type Reader } from './parse-flow.ts'
import { isOwnFile, type TemplateSource } from './template-source.ts'

/** How many characters of words are in a message. */
const MAX_WORDS = 40

/**
 * Reports markup of templates that parsers of HTML read in another way than it was written: elements without an end, or
 * with an end elsewhere, and what is in a table outside its cells. A mistake counts only where it is one whichever
 * branches of Liquid are printed.
 * @param sources all templates in HTML, shipped ones included, by their paths; only the newsletter's own get messages
 */
export function validateMarkup(sources: ReadonlyMap<string, TemplateSource>): void {
  const reported = new Set<string>()
  for (const reader of ['all', 'outlook'] as const) {
    const flows = new Map<string, FlowNode[] | undefined>()
    const find = (path: string) => {
      const source = sources.get(path)
      if (source && !flows.has(path)) flows.set(path, parseFlow(source, reader))
      return flows.get(path)
    }
    for (const path of sources.keys()) {
      // A partial may begin what another one ends: it is read where it is rendered.
      const root = path.startsWith('partials/') ? undefined : find(path)
      if (!root || !isWhole(root, find) || !hasOwnPart(path, root, sources, find)) continue
      for (const mistake of findSureMistakes(listPaths(root, find))) {
        const key = keyOf(mistake)
        if (!reported.has(key)) reportMistake(mistake, reader)
        reported.add(key)
      }
    }
  }
}

/** Whether all templates that one renders can be judged. */
function isWhole(
  nodes: readonly FlowNode[],
  find: (path: string) => FlowNode[] | undefined,
  depth = 0,
): boolean {
  return nodes.every((node) => {
    if (node.kind === 'branch') return node.arms.every((arm) => isWhole(arm.nodes, find, depth))
    if (node.kind !== 'render' || depth > 6) return true
    const content = find(node.path)
    return content !== undefined && isWhole(content, find, depth + 1)
  })
}

/** Whether a template or one that it renders is the newsletter's own: the others get no messages. */
function hasOwnPart(
  path: string,
  nodes: readonly FlowNode[],
  sources: ReadonlyMap<string, TemplateSource>,
  find: (path: string) => FlowNode[] | undefined,
  depth = 0,
): boolean {
  const source = sources.get(path)
  if (source && isOwnFile(source.file)) return true
  return nodes.some((node) => {
    if (node.kind === 'branch')
      return node.arms.some((arm) => hasOwnPart(path, arm.nodes, sources, find, depth))
    return (
      node.kind === 'render' &&
      depth <= 6 &&
      hasOwnPart(node.path, find(node.path) ?? [], sources, find, depth + 1)
    )
  })
}

/** The mistakes that are there whenever their node is printed. */
function findSureMistakes(paths: PrintedNode[][]): MarkupMistake[] {
  const printed = new Map<PrintedNode, number>()
  const found = new Map<string, { mistake: MarkupMistake; times: number }>()
  for (const nodes of paths) {
    for (const node of new Set(nodes)) printed.set(node, (printed.get(node) ?? 0) + 1)
    const mistakes = new Map(findMarkupMistakes(nodes).map((mistake) => [keyOf(mistake), mistake]))
    for (const [key, mistake] of mistakes) {
      const times = (found.get(key)?.times ?? 0) + 1
      found.set(key, { mistake, times })
    }
  }
  return [...found.values()]
    .filter(({ mistake, times }) => times === printed.get(mistake.node))
    .map(({ mistake }) => mistake)
}

function keyOf({ kind, node }: MarkupMistake): string {
  const offset = node.kind === 'tag' ? node.part.offset : node.offset
  return `${kind} ${node.source.path} ${offset}`
}

function reportMistake(mistake: MarkupMistake, reader: Reader): void {
  const { node } = mistake
  const { file, placeOf, body } = node.source
  if (!isOwnFile(file)) return
  const isTag = node.kind === 'tag'
  const { offset, length } = isTag ? { offset: node.part.offset, length: node.part.text.length } : node
  const words = body.slice(offset, offset + length).split(/\r?\n/)[0] ?? ''
  const written = isTag
    ? `<${node.part.kind === 'end' ? '/' : ''}${node.part.name}>`
    : words.slice(0, MAX_WORDS) + (words.length > MAX_WORDS ? '…' : '')
  const { reason, note, severity } = describe(mistake, written)
  report(file, reader === 'outlook' ? `${reason}, for classic Outlook` : reason, {
    ruleId: 'template-markup',
    place: placeOf(offset, length),
    severity,
    note,
  })
}

interface Description {
  reason: string
  note: string
  severity: Severity
}

function describe(mistake: MarkupMistake, written: string): Description {
  const name = mistake.node.kind === 'tag' ? mistake.node.part.name : ''
  switch (mistake.kind) {
    case 'open': {
      const start = mistake.meant?.source.placeOf(mistake.meant.part.offset, 1)?.start
      const advice = start
        ? `Write \`</${name}>\` for the second \`<${name}>\` (${start.line}:${start.column}).`
        : `Put \`</${name}>\` where it ends.`
      return {
        reason: `Missing \`</${name}>\` after \`${written}\``,
        note: `Without it ${describeReach(name)}. ${advice}`,
        severity: 'error',
      }
    }
    case 'overlap':
      return {
        reason: `Unexpected end of \`${written}\` after the end of the element around it`,
        note: `Mail clients end it with that element, or open it again behind it. Put \`</${name}>\` before the other end tag.`,
        severity: 'warning',
      }
    case 'stray':
      return {
        reason: `Unexpected \`${written}\`, expected \`<${name}>\` before it`,
        note: 'Mail clients ignore it, or end another element with it. Remove it, or put the start tag before it.',
        severity: 'warning',
      }
    case 'block':
      return {
        reason: `Unexpected \`${written}\` in a \`<p>\`, expected only words and inline elements`,
        note: 'The paragraph ends here, so that its styles do not apply to what follows, and its end tag begins an empty one. Write `<div>` for the `<p>` around it.',
        severity: 'warning',
      }
    case 'moved':
      return {
        reason: `Unexpected \`${written}\` in a \`<${mistake.inside}>\`, expected it in a cell`,
        note: 'Mail clients move what is between the rows or cells of a table out of it, before the table. Put it into a `<td>`.',
        severity: 'error',
      }
    case 'tableless':
      return {
        reason: `Unexpected \`${written}\`, expected a \`<table>\` around it`,
        note: 'Outside a table, mail clients leave the tag out: its width, colours and alignment are lost. Put `<table role="presentation">` around it, or write a `<div>`.',
        severity: 'error',
      }
  }
}

function describeReach(name: string): string {
  if (name === 'a') return 'all that follows would be a link'
  return inlineElements.has(name)
    ? `all that follows in the email would look like \`<${name}>\``
    : `all that follows in the email would be inside the \`<${name}>\``
}
