import type { PhrasingContent } from 'mdast'
import { isCjk } from '../typeset/cjk.ts'
import { partNotes } from './notes.ts'
import { resolveHtml } from './resolve-html.ts'
import type { Place, State } from './state.ts'

const STRIKE = '~'

/**
 * Prints emphasised words between marks. Inside a word the marks would hurt more than they say
 * (`un*frigging*believable`), and around code they say nothing; there they are left out. Marks on top of marks become
 * one. Words that are struck out keep theirs always. Notes stand behind the mark: `*text* [1]`.
 * @param mark `_`, `*` or `~`, the last for what is struck out
 * @param place what the words stand between
 */
export function printMarked(mark: string, children: PhrasingContent[], state: State, place: Place): string {
  const only = mark !== STRIKE && children.length === 1 ? children[0] : undefined
  if (only?.type === 'emphasis' || only?.type === 'strong')
    return printMarked('*', only.children, state, place)
  const printed = state.phrasing(children, { before: mark, after: mark })
  const [text, notes] = partNotes(printed)
  const body = text.trim()
  const isInWord = splitsWord(place.before, body.at(0) ?? '') || splitsWord(body.at(-1) ?? '', place.after)
  if (body === '' || only?.type === 'inlineCode' || (isInWord && mark !== STRIKE)) return printed
  const start = text.indexOf(body)
  return text.slice(0, start) + mark + body + mark + text.slice(start + body.length) + notes
}

function splitsWord(left: string, right: string): boolean {
  return isLetter(left) && isLetter(right)
}

function isLetter(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character) && !isCjk(character)
}

/**
 * What is left when marks cover a whole paragraph, heading or cell: there they set nothing apart from anything.
 * @param nodes the whole inline content of a block
 */
export function withoutOuterMarks(nodes: PhrasingContent[]): PhrasingContent[] {
  const said = resolveHtml(nodes).filter((node) => node.type !== 'text' || node.value.trim() !== '')
  const [only, ...others] = said
  const isMarked = only?.type === 'strong' || only?.type === 'emphasis'
  return isMarked && others.length === 0 ? withoutOuterMarks(only.children) : nodes
}
