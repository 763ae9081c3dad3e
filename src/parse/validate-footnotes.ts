import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'

/**
 * Reports references without a footnote, which GFM shows as text, and footnotes without a reference, which it does not
 * show.
 * @param tree the Markdown's tree
 */
export function validateFootnotes(tree: Root, file: VFile): void {
  const referenced = new Set<string>()
  visit(tree, 'footnoteReference', ({ identifier }) => void referenced.add(identifier))
  const defined = new Set<string>()
  visit(tree, 'footnoteDefinition', ({ identifier, position }) => {
    const name = identifier.toLowerCase()
    if (defined.has(name))
      reportFootnote(
        `Unexpected second footnote \`[^${name}]\``,
        'Only the first is shown. Give each a name of its own.',
        position,
      )
    else if (!referenced.has(identifier))
      reportFootnote(
        `Unexpected footnote \`[^${name}]\`, which nothing refers to`,
        `It is not shown. Write \`[^${name}]\` where the text refers to it, or remove it.`,
        position,
      )
    defined.add(name)
  })
  visit(tree, 'text', ({ value, position }) => {
    for (const [reference] of value.matchAll(/\[\^[^[\]\s]+\](?!\()/g)) {
      reportFootnote(
        `Cannot find the footnote \`${reference}\``,
        `Write it on a line of its own: \`${reference}: …\`.`,
        position,
      )
    }
  })
  function reportFootnote(reason: string, note: string, place: (typeof tree)['position']): void {
    report(file, reason, { ruleId: 'footnote-pair', place, note, severity: 'warning' })
  }
}
