import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { expectedName } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { report } from '../diagnostics/report.ts'
import { findFrontMatter } from '../parse/front-matter-range.ts'

const verbs = ['issue-disable-next-line', 'issue-disable', 'issue-enable']
const comment = /^<!--\s*(issue-[\w-]+)([\s\S]*?)-->/
const inFrontMatter = /^[ \t]*#[ \t]*(issue-[\w-]+)(.*)$/gm

/**
 * Warns of comments that switch checks off or on but do nothing, since a word in them is unknown.
 * @param tree the Markdown
 * @param file its file
 * @param known the names of all checks
 */
export function validateSwitches(tree: Root, file: VFile, known: readonly string[]): void {
  const points = location(file)
  for (const { verb, rest, offset } of [...readFrontMatter(String(file)), ...readComments(tree)]) {
    const warn = (word: string, at: number, reason: string, note: string) => {
      const start = points.toPoint(at)
      const end = points.toPoint(at + word.length)
      const place = start && end ? { start, end } : undefined
      report(file, reason, { ruleId: 'check-switch', severity: 'warning', place, note })
    }
    if (!verbs.includes(verb)) {
      const reason = `Unexpected comment \`${verb}\`, expected ${expectedName(verb, verbs)}`
      warn(verb, offset, reason, 'As it stands, the comment does nothing.')
      continue
    }
    for (const { 0: name, index } of rest.matchAll(/[^\s,]+/g)) {
      if (known.includes(name)) continue
      const near = nearest(name, known)
      const expected = near ? `\`${near}\`` : 'one that `issue check --list` lists'
      const reason = `Unexpected check \`${name}\` in \`${verb}\`, expected ${expected}`
      const note = 'Comments switch checks only; other messages cannot be switched off.'
      warn(name, offset + verb.length + index, reason, note)
    }
  }
}

interface Comment {
  verb: string
  rest: string
  /** Where the verb begins in the file. */
  offset: number
}

function readComments(tree: Root): Comment[] {
  const comments: Comment[] = []
  visit(tree, 'html', ({ value, position }) => {
    const [whole, verb = '', rest = ''] = comment.exec(value) ?? []
    const offset = position?.start.offset
    if (whole && offset !== undefined) comments.push({ verb, rest, offset: offset + value.indexOf(verb) })
  })
  return comments
}

/** There a comment is YAML's. */
function readFrontMatter(text: string): Comment[] {
  const range = findFrontMatter(text)
  const head = range?.isClosed ? text.slice(0, range.contentEnd) : ''
  return [...head.matchAll(inFrontMatter)].map(({ 0: whole, 1: verb = '', 2: rest = '', index }) => ({
    verb,
    rest,
    offset: index + whole.indexOf(verb),
  }))
}
