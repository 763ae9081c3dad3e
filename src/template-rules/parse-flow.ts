import type { HtmlPart } from '../parse/scan-html.ts'
import { liquidTag } from '../private-use.ts'
import { type Condition, parseCondition } from './conditions.ts'
import { findParts } from './find-parts.ts'
import { type LiquidToken, scanLiquid } from './scan-liquid.ts'
import type { TemplateSource } from './template-source.ts'

/** A template as what it prints in order, with the branches of its Liquid. */
export type FlowNode =
  | { kind: 'tag'; part: HtmlPart; source: TemplateSource }
  /** Words between tags. */
  | { kind: 'text'; offset: number; length: number; source: TemplateSource }
  /** `{{ … }}` between tags. */
  | { kind: 'output'; expression: string; offset: number; length: number; source: TemplateSource }
  | { kind: 'branch'; arms: Arm[] }
  /** Another template that is printed here. */
  | { kind: 'render'; path: string }

/** What is printed where a condition is true and those of all earlier arms are false. */
export interface Arm {
  condition: Condition
  nodes: FlowNode[]
}

/** For whom a template is read: the content of conditional comments is markup only to classic Outlook. */
export type Reader = 'all' | 'outlook'

/**
 * Parses a template into what it prints.
 * @returns `undefined` for one that cannot be judged: its Liquid has a syntax error, stores markup in a variable, or
 * begins in one tag of HTML and ends in another
 */
export function parseFlow(source: TemplateSource, reader: Reader): FlowNode[] | undefined {
  const markup = showComments(source.markup, reader)
  const parts = findParts(markup)
  const tokens = scanLiquid(source.body)
  const isInPart = (offset: number) =>
    parts.some((part) => offset > part.offset && offset < part.offset + part.text.length)
  for (const part of parts) if (!isClosedWithin(part, tokens)) return undefined
  const outer = tokens.filter(({ offset }) => !isInPart(offset))
  const pieces = [...parts, ...outer].sort((a, b) => a.offset - b.offset)
  const builder = new FlowBuilder()
  let from = 0
  for (const piece of pieces) {
    addText(builder, source, markup, from, piece.offset)
    from = piece.offset + piece.text.length
    if ('isEnded' in piece) {
      if (piece.kind !== 'declaration' && piece.isEnded) builder.add({ kind: 'tag', part: piece, source })
    } else addToken(builder, piece, source)
    if (builder.failed) return undefined
  }
  addText(builder, source, markup, from, markup.length)
  return builder.finish()
}

const outlookComment =
  /<!--\[if\s+(?:\(?(?:gte )?mso(?: 9)?\)?(?:\s*\|\s*\(?IE\)?)?)\]>([\s\S]*?)<!\[endif\]-->/gi
const otherClients = /<!--\[if\s+!mso[^\]]*\]><!--\s*-?->[\s\S]*?<!--\s*<!\[endif\]-->/gi
const marker = /<!\[(?:if[^\]]*|endif)\]>/gi

function showComments(markup: string, reader: Reader): string {
  const shown =
    reader === 'all'
      ? markup
      : markup.replace(otherClients, blank).replace(outlookComment, (whole, content: string) => {
          const at = whole.lastIndexOf(content, whole.length - '<![endif]-->'.length)
          return blank(whole.slice(0, at)) + content + blank(whole.slice(at + content.length))
        })
  return shown.replace(/<!--[\s\S]*?-->/g, blank).replace(marker, blank)
}

/** Whether every `{% if %}` in a tag of HTML ends in that tag. */
function isClosedWithin({ offset, text }: HtmlPart, tokens: LiquidToken[]): boolean {
  let depth = 0
  for (const token of tokens) {
    if (token.offset <= offset || token.offset >= offset + text.length) continue
    if (/^(?:if|unless|case|for)$/.test(token.name)) depth += 1
    if (/^end(?:if|unless|case|for)$/.test(token.name)) depth -= 1
    if (depth < 0) return false
  }
  return depth === 0
}

function addText(
  builder: FlowBuilder,
  source: TemplateSource,
  markup: string,
  from: number,
  to: number,
): void {
  const words = /\S[\s\S]*/.exec(markup.slice(from, to).replaceAll(liquidTag, ' '))
  if (!words) return
  const offset = from + words.index
  builder.add({ kind: 'text', offset, length: words[0].trimEnd().length, source })
}

function addToken(builder: FlowBuilder, token: LiquidToken, source: TemplateSource): void {
  const { name, rest, offset, text } = token
  if (name === 'output' || name === 'echo')
    builder.add({ kind: 'output', expression: rest, offset, length: text.length, source })
  else if (name === 'render' || name === 'include') {
    const path = /^["']([^"']+)["']/.exec(rest)?.[1]
    if (path) builder.add({ kind: 'render', path })
  } else builder.control(name, rest)
}

function blank(text: string): string {
  return text.replace(/[^\r\n]/g, ' ')
}

/** A control tag of Liquid while its branches are read. */
interface OpenBranch {
  name: string
  arms: Arm[]
  /** What a `when` compares with. */
  subject: string
}

const always: Condition = { kind: 'constant', value: true }

class FlowBuilder {
  failed = false
  readonly #root: FlowNode[] = []
  readonly #open: OpenBranch[] = []

  add(node: FlowNode): void {
    // Before its first `when`, a `case` prints nothing. What is stored is printed at an unknown place.
    const branch = this.#open.at(-1)
    if (this.#open.some(({ name }) => name === 'capture')) this.failed ||= node.kind === 'tag'
    else (branch ? branch.arms.at(-1)?.nodes : this.#root)?.push(node)
  }

  control(name: string, rest: string): void {
    if (/^(?:liquid|layout|block|tablerow)$/.test(name)) this.failed = true
    else if (name === 'if' || name === 'unless') {
      const condition = parseCondition(rest)
      this.#begin(name, name === 'if' ? condition : { kind: 'not', of: condition })
    } else if (name === 'for') this.#begin(name, { kind: 'atom', key: `for ${rest}` })
    else if (name === 'capture') this.#begin(name, always)
    else if (name === 'case') this.#open.push({ name, arms: [], subject: rest })
    else if (name === 'when') this.#next({ kind: 'atom', key: `${this.#open.at(-1)?.subject} == ${rest}` })
    else if (name === 'elsif') this.#next(parseCondition(rest))
    else if (name === 'else') this.#next(always)
    else if (name.startsWith('end')) this.#end(name.slice('end'.length))
  }

  finish(): FlowNode[] | undefined {
    return this.failed || this.#open.length > 0 ? undefined : this.#root
  }

  #begin(name: string, condition: Condition): void {
    this.#open.push({ name, arms: [{ condition, nodes: [] }], subject: '' })
  }

  #next(condition: Condition): void {
    const branch = this.#open.at(-1)
    if (branch) branch.arms.push({ condition, nodes: [] })
    else this.failed = true
  }

  #end(name: string): void {
    const branch = this.#open.pop()
    if (branch?.name !== name) this.failed = true
    else if (name !== 'capture') this.add({ kind: 'branch', arms: branch.arms })
  }
}
