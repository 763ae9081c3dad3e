import type { Root } from 'hast'
import { SKIP, visit } from 'unist-util-visit'
import { isCjk } from '../typeset/cjk.ts'

/**
 * Takes the line breaks of the source out from between ideographs, where browsers would show a space that nobody wrote
 * (CSS Text Level 3, section 4.1.3, leaves it to them).
 */
export function joinIdeographs(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'element' && (node.tagName === 'pre' || node.tagName === 'code')) return SKIP
    if (node.type === 'text' && node.value.includes('\n'))
      node.value = node.value.replace(/(.)\r?\n(.)/gu, (whole, before: string, after: string) =>
        isCjk(before) && isCjk(after) ? before + after : whole,
      )
    return undefined
  })
}
