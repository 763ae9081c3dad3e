import type { Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { openingLine } from '../blocks/opening-line.ts'
import { isReadable } from '../private-use.ts'
import { defineCheck } from './check.ts'
import { findBlocks } from './readers/find-blocks.ts'

export const sponsorImage = defineCheck({
  name: 'sponsor-image',
  summary: 'A sponsor’s block contains text, not only pictures.',
  note: 'Many readers have pictures blocked, text in a picture is hard to read in dark mode and on small screens, and the plaintext shows only the alternative text: the sponsor would pay for an empty block. Write at least the headline and a sentence as text.',
  level: 'warning',
  run({ tree, file }, report) {
    for (const { node, block } of findBlocks('sponsor', tree)) {
      const copy: Nodes = { type: 'root', children: block.body }
      const text = toText(copy, { includeImageAlt: false, includeHtml: false })
      // A merge tag may stand for the whole text.
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
