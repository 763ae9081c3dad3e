import type { Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { openingLine } from '../blocks/opening-line.ts'
import { isReadable } from '../private-use.ts'
import { defineCheck } from './check.ts'
import { findBlocks } from './readers/find-blocks.ts'

export const sponsorImage = defineCheck({
  name: 'sponsor-image',
  summary: 'A sponsor’s copy is text, not a picture of it.',
  note: 'Many readers have pictures blocked, dark mode and small screens spoil text in pictures, and the plaintext shows the alternative text only: the sponsor pays for a blank panel. Write at least the headline and a sentence as text.',
  level: 'warning',
  run({ tree, file }, report) {
    for (const { node, block } of findBlocks('sponsor', tree)) {
      const copy: Nodes = { type: 'root', children: block.body }
      const text = toText(copy, { includeImageAlt: false, includeHtml: false })
      // A merge tag may stand for the whole copy.
      if (hasImage(copy) && !isReadable(text))
        report('Unexpected sponsor of pictures only, expected text, too', {
          at: openingLine(node, String(file)),
        })
    }
  },
})

function hasImage(node: Nodes): boolean {
  if (node.type === 'image' || (node.type === 'html' && /<img\b/i.test(node.value))) return true
  return 'children' in node && node.children.some((child) => hasImage(child))
}
