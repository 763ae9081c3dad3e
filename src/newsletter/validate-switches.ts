import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { expectedName } from '../diagnostics/list-names.ts'
import { nearest } from '../diagnostics/nearest.ts'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { isRuleId } from '../diagnostics/rules.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import type { Settings } from '../settings.ts'
import { isBlockRule, listSwitchableNames } from './list-rules.ts'

const verbs = ['issue-disable-next-line', 'issue-disable', 'issue-enable']
const comment = /^<!--\s*(issue-[\w-]+)([\s\S]*?)-->/
const inFrontMatter = /^[ \t]*#[ \t]*(issue-[\w-]+)(.*)$/gm

/**
 * Warns of comments such as `<!-- issue-disable link-text -->` that have no effect, since a word in them is unknown.
 * @param tree the tree
 * @param file the file
 * @param settings the newsletter's, which can have checks and blocks of its own
 */
export function validateSwitches(tree: Root, file: VFile, settings: Settings): void {
  const comments = [...readFrontMatter(String(file)), ...readComments(tree)]
  if (comments.length === 0) return
  const known = listSwitchableNames(settings)
  const points = createPoints(file)
  for (const { verb, rest, offset } of comments) {
    const warn = (word: string, at: number, reason: string, note: string) => {
      const start = points.toPoint(at)
      const end = points.toPoint(at + word.length)
      const place = start && end ? { start, end } : undefined
      report(file, reason, { ruleId: 'check-switch', severity: 'warning', place, note })
    }
    if (!verbs.includes(verb)) {
      const reason = `Unexpected comment \`${verb}\`, expected ${expectedName(verb, verbs)}`
      warn(verb, offset, reason, 'The comment has no effect until its first word is one of these.')
      continue
    }
    for (const { 0: name, index } of rest.matchAll(/[^\s,]+/g)) {
      if (known.includes(name) || isBlockRule(name, settings.blocks)) continue
      const isFixed = isRuleId(name)
      const near = isFixed ? undefined : nearest(name, known)
      const expected = near ? `\`${near}\`` : 'one that `issue check --list` lists'
      const reason = `Unexpected ${isFixed ? 'rule' : 'check'} \`${name}\` in \`${verb}\`, expected ${expected}`
      const note = isFixed
        ? 'Nothing right could be sent while this rule has messages, so that it is always on.'
        : 'The comment has no effect for this name: no check and no other rule is called so.'
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

/** In the front matter, a comment is one of YAML: `# issue-disable subject-length`. */
function readFrontMatter(text: string): Comment[] {
  const range = frontMatterRange(text)
  const head = range?.isClosed ? text.slice(0, range.contentEnd) : ''
  return [...head.matchAll(inFrontMatter)].map(({ 0: whole, 1: verb = '', 2: rest = '', index }) => ({
    verb,
    rest,
    offset: index + whole.indexOf(verb),
  }))
}
