import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'

/**
 * What GFM swallows in silence: a mark without its note is text, and a note without its mark is nothing at all.
 * @param tree the Markdown's tree
 */
export function validateFootnotes(tree: Root, file: VFile): void {
  const marked = new Set<string>()
  visit(tree, 'footnoteReference', ({ identifier }) => void marked.add(identifier))
  const noted = new Set<string>()
  visit(tree, 'footnoteDefinition', ({ identifier, position }) => {
    const name = identifier.toLowerCase()
    if (noted.has(name))
      reportFootnote(
        `Unexpected second footnote \`[^${name}]\``,
        'Only the first is shown. Give each a name of its own.',
        position,
      )
    else if (!marked.has(identifier))
      reportFootnote(
        `Unexpected footnote \`[^${name}]\`, which nothing refers to`,
        `It is not shown. Write \`[^${name}]\` where the text refers to it, or remove it.`,
        position,
      )
    noted.add(name)
  })
  visit(tree, 'text', ({ value, position }) => {
    for (const [mark] of value.matchAll(/\[\^[^\]\s]+\](?!\()/g)) {
      reportFootnote(
        `Cannot find the footnote \`${mark}\``,
        `Write it on a line of its own: \`${mark}: …\`.`,
        position,
      )
    }
  })
  function reportFootnote(reason: string, note: string, place: (typeof tree)['position']): void {
    report(file, reason, { ruleId: 'footnote-pair', place, note, severity: 'warning' })
  }
}
