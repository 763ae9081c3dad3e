import type { PhrasingContent } from 'mdast'
import { isCjk } from '../typeset/cjk.ts'
import { splitNotes } from './notes.ts'
import { resolveHtml } from './resolve-html.ts'
import type { Neighbours, State } from './state.ts'

const STRIKE = '~'

/**
 * Prints emphasised content between delimiters. They are left out within a word, where they would make it harder to read
 * (`un*frigging*believable`), and around code, which has its own. Nested emphasis prints one pair. Deleted text always
 * has delimiters. Notes follow the closing delimiter: `*text* [1]`.
 * @param delimiter `_`, `*`, or `~` for deleted text
 * @param neighbours the characters beside the content
 */
export function printEmphasis(
  delimiter: string,
  children: PhrasingContent[],
  state: State,
  neighbours: Neighbours,
): string {
  const only = delimiter !== STRIKE && children.length === 1 ? children[0] : undefined
  if (only?.type === 'emphasis' || only?.type === 'strong')
    return printEmphasis('*', only.children, state, neighbours)
  const printed = state.phrasing(children, { before: delimiter, after: delimiter })
  const [text, notes] = splitNotes(printed)
  const body = text.trim()
  const { before, after } = neighbours
  const isInWord = splitsWord(before, body.at(0) ?? '') || splitsWord(body.at(-1) ?? '', after)
  if (body === '' || only?.type === 'inlineCode' || (isInWord && delimiter !== STRIKE)) return printed
  const start = text.indexOf(body)
  return text.slice(0, start) + delimiter + body + delimiter + text.slice(start + body.length) + notes
}

function splitsWord(left: string, right: string): boolean {
  return isLetter(left) && isLetter(right)
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !isCjk(character)
}

/**
 * Removes emphasis that covers a whole paragraph, heading or cell, where it sets nothing apart.
 * @param nodes the whole inline content of a block
 */
export function removeOuterEmphasis(nodes: PhrasingContent[]): PhrasingContent[] {
  const content = resolveHtml(nodes).filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const [only, ...others] = content
  const isEmphasised = only?.type === 'strong' || only?.type === 'emphasis'
  return isEmphasised && others.length === 0 ? removeOuterEmphasis(only.children) : nodes
}
