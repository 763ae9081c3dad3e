import { displayWidth } from '../typeset/display-width.ts'

/** A paragraph of a plaintext, on one line. */
export interface Paragraph {
  text: string
  /** The heading of its section; empty before the first. A heading is in its own section. */
  section: string
}

/** An entry of a list of addresses: `[3] https://example.com`. */
const noteLine = /^\[(\d+)\] \S/

/**
 * Extracts the paragraphs of an email's plaintext, each with its section. Lines are joined, since a word more moves all breaks
 * after it; the numbers and lists of addresses are left out, since a link more renumbers all after it.
 */
export function extractParagraphs(plaintext: string): Paragraph[] {
  const lines = plaintext.split(/\r?\n/)
  const numbers = new Set(lines.flatMap((line) => noteLine.exec(line)?.[1] ?? []))
  const removeNumbers = (text: string) =>
    text.replace(/ ?\[(\d+)\]/g, (written, number) => (numbers.has(number) ? '' : written))
  const paragraphs: Paragraph[] = []
  let section = ''
  for (const block of splitBlocks(lines)) {
    const heading = extractHeading(block)
    const text = removeNumbers((heading ?? block.join(' ')).replace(/\s+/g, ' ').trim())
    if (heading !== undefined) section = text
    if (text !== '') paragraphs.push({ text, section })
  }
  return paragraphs
}

/** The runs of lines between empty lines, without lists of addresses. */
function splitBlocks(lines: readonly string[]): string[][] {
  const blocks: string[][] = [[]]
  let isInNote = false
  for (const line of lines) {
    isInNote = noteLine.test(line) || (isInNote && /^\s+\S/.test(line))
    if (line.trim() === '') blocks.push([])
    else if (!isInNote) blocks.at(-1)?.push(line)
  }
  return blocks.filter(({ length }) => length > 0)
}

/** The text of a heading, which can have several lines: the one below them is as wide as the widest (`typeset/underline.ts`). */
function extractHeading(block: readonly string[]): string | undefined {
  const heading = block.slice(0, -1)
  const rule = block.at(-1) ?? ''
  if (heading.length === 0 || !/^([=\-~^."'+*_])\1{2,}$/.test(rule)) return undefined
  return rule.length === Math.max(3, ...heading.map(displayWidth)) ? heading.join(' ') : undefined
}
