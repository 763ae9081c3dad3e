import type { RootContent } from 'mdast'
import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { defineCheck } from './check.ts'

export const bodyEmpty = defineCheck({
  name: 'body-empty',
  summary: 'An issue has a text. Drafts may be without.',
  note: 'Subscribers would get the masthead and the footer with nothing between them. Write the text below the front matter, or add `draft: true` to it until there is one. If a template of yours prints all of its content from `params`, switch this check off.',
  level: 'error',
  run({ file, matter, tree }, report) {
    if (matter.draft || !tree.children.every(isUnseen)) return
    // Without its closing line everything counts as front matter, which is reported.
    // What is nested too deep, or cannot be included, is left out, and that is reported.
    const causes = ['front-matter-unclosed', 'nesting-depth', 'include-file', 'include-circle']
    if (file.messages.some(({ ruleId }) => causes.includes(ruleId ?? ''))) return
    const hasMore = tree.children.length > 0
    report(
      `Missing text below the front matter${hasMore ? ', expected more than comments and definitions' : ''}`,
      {
        at: tree.children[0] ?? findEnd(file),
      },
    )
  },
})

/** Whether readers see nothing of a part: a comment, or a definition of links and footnotes. */
function isUnseen(node: RootContent): boolean {
  if (node.type === 'html') return /^(?:\s*<!--[\s\S]*?-->)*\s*$/.test(node.value)
  return node.type === 'definition' || node.type === 'footnoteDefinition'
}

/** The last line of the front matter, or the first of the file when it has none. */
function findEnd(file: VFile): Position {
  const text = String(file)
  const { contentEnd } = frontMatterRange(text) ?? { contentEnd: -1 }
  const offset = contentEnd + 1
  const line = text.slice(0, offset).split('\n').length
  const length = contentEnd < 0 ? 0 : 3
  return {
    start: { line, column: 1, offset },
    end: { line, column: length + 1, offset: offset + length },
  }
}
