import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { complain } from '../messages/complain.ts'
import { nearest } from '../messages/nearest.ts'
import { expectedName } from '../messages/words.ts'

const verbs = ['issue-disable-next-line', 'issue-disable', 'issue-enable']
const comment = /^<!--\s*(issue-[\w-]+)([\s\S]*?)-->/

/**
 * Warns of comments that switch checks off or on but do nothing, since a word in them is unknown.
 * @param tree the Markdown
 * @param file its file
 * @param known the names of all checks
 */
export function holdSwitches(tree: Root, file: VFile, known: readonly string[]): void {
  const points = location(file)
  visit(tree, 'html', ({ value, position }) => {
    const [whole, verb = '', rest = ''] = comment.exec(value) ?? []
    const offset = position?.start.offset
    if (!whole || offset === undefined) return
    const warn = (word: string, at: number, reason: string, note: string) => {
      const start = points.toPoint(offset + at)
      const end = points.toPoint(offset + at + word.length)
      const place = start && end ? { start, end } : position
      complain(file, reason, { ruleId: 'check-switch', severity: 'warning', place, note })
    }
    const from = value.indexOf(verb)
    if (!verbs.includes(verb)) {
      const reason = `Unexpected comment \`${verb}\`, expected ${expectedName(verb, verbs)}`
      warn(verb, from, reason, 'It switches nothing off.')
      return
    }
    for (const { 0: name, index } of rest.matchAll(/[^\s,]+/g)) {
      if (known.includes(name)) continue
      const near = nearest(name, known)
      const expected = near ? `\`${near}\`` : 'one that `issue check --list` lists'
      const reason = `Unexpected check \`${name}\` in \`${verb}\`, expected ${expected}`
      warn(
        name,
        from + verb.length + index,
        reason,
        'Comments switch checks only; other messages cannot be switched off.',
      )
    }
  })
}
