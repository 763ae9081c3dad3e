import type { Nodes } from 'hast'
import { getExtra } from '../../blocks/get-extra.ts'
import { pollResults } from '../../blocks/shipped/poll-results.ts'
import { createPoints } from '../../diagnostics/points.ts'
import { memoize } from '../../hast/memoize.ts'
import { walkTree } from '../../hast/walk-tree.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findBlocks } from './find-blocks.ts'
import { createNativePattern } from './find-native-tags.ts'

/** A piece of text that looks like a merge tag and does not come from the issue. */
export interface AddedTag {
  tag: string
  /** Its place in a template; `undefined` for a tag from the config. */
  at: Origin | undefined
}

/**
 * Finds the merge tags of all dialects in the finished email that are not in the issue, without duplicates.
 * @param context the check's context; the result is shared by all checks
 */
export const findAddedTags = memoize((context: CheckContext): readonly AddedTag[] => {
  const { file, email, theme } = context
  const source = normalize(String(file) + formatPollResults(context))
  const tags = new Set(
    [...`${extractTextAndAttributes(context)}\n${email.text}`.matchAll(createNativePattern(context))].map(
      ([tag]) => tag,
    ),
  )
  const added = [...tags].filter((tag) => !source.includes(normalize(tag)))
  return added.map((tag) => ({ tag, at: findInTemplate(tag, theme) }))
})

/**
 * Removes what rendering adds or removes: white space, the word joiners that escape samples of tags, and the backslash
 * before a pipe in a table cell.
 */
function normalize(text: string): string {
  return text.replace(/[\s\u2060]+/g, '').replaceAll('\\|', '|')
}

/** The results of earlier polls that blocks show: their questions were written in earlier issues. */
function formatPollResults({ tree, restore }: CheckContext): string {
  const results = findBlocks('poll-results', tree).map(({ block }) => getExtra(block, pollResults))
  return restore(JSON.stringify(results)).replaceAll('\\"', '"')
}

/**
 * The text and the attributes of the HTML, with merge tags as they were written, each text once: most styles are on many
 * elements.
 */
function extractTextAndAttributes({ document, restore }: CheckContext): string {
  const parts = new Set<string>()
  walkTree<Nodes>(document, (node, parent) => {
    const isStyle = parent?.type === 'element' && parent.tagName === 'style'
    if (node.type === 'text' && !isStyle) parts.add(node.value)
    if (node.type !== 'element') return
    // The markers of source places are not sent.
    for (const [name, value] of Object.entries(node.properties))
      if (typeof value === 'string' && name !== 'dataO') parts.add(value)
  })
  return restore([...parts].join('\n'))
}

function findInTemplate(tag: string, { files }: CheckContext['theme']): Origin | undefined {
  for (const file of files.values()) {
    const index = String(file).indexOf(tag)
    if (index === -1) continue
    const points = createPoints(file)
    const [start, end] = [points.toPoint(index), points.toPoint(index + tag.length)]
    return { file, position: start && end && { start, end } }
  }
  return undefined
}
