import type { Nodes } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { skipContent, walkTree } from '../hast/walk-tree.ts'
import { defineCheck } from './check.ts'

const emoji = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/** Only emoji, with their joiners and modifiers, and the digits of keycaps. */
const onlyEmoji =
  /^(?:\s|\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\u200d|\ufe0e|\ufe0f|[\u{e0020}-\u{e007f}]|[0-9#*]\ufe0f?\u20e3)+$/u

export const emojiOnly = defineCheck({
  name: 'emoji-only',
  summary: 'Headings and links contain words, not only emoji.',
  note: 'Screen readers read an emoji’s name (“link symbol”), and many list headings and links without the text around them. Add words: `[🎧 Listen](…)` (WCAG 2.2, 2.4.4 and 2.4.6).',
  level: 'warning',
  run({ tree }, report) {
    walkTree<Nodes>(tree, (node) => {
      // The options of a poll follow its question, and may be emoji.
      if (node.type === 'containerDirective' && node.name === 'poll') return skipContent
      if (node.type !== 'heading' && node.type !== 'link') return undefined
      if (isOnlyEmoji(node))
        report(`Unexpected ${node.type} of nothing but emoji \`${toText(node)}\`, expected words`, {
          at: node,
        })
      return undefined
    })
  },
})

function isOnlyEmoji(node: Nodes): boolean {
  const text = toText(node)
  return onlyEmoji.test(text) && emoji.test(text) && !hasImage(node)
}

/** A picture has its alternative text, which `image-alt` validates. */
function hasImage(node: Nodes): boolean {
  return node.type === 'image' || ('children' in node && node.children.some((child) => hasImage(child)))
}
