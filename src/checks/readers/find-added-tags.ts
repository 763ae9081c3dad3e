import type { Nodes } from 'hast'
import { getExtra } from '../../blocks/get-extra.ts'
import { pollResults } from '../../blocks/shipped/poll-results.ts'
import { createPoints } from '../../diagnostics/points.ts'
import { walkTree } from '../../hast/walk-tree.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findBlocks } from './find-blocks.ts'

/** A piece of text that looks like a merge tag and does not come from the issue. */
export interface AddedTag {
  tag: string
  /** Its place in a template; `undefined` for a tag from the config. */
  at: Origin | undefined
}

/**
 * Finds the merge tags of the finished email that are not in the issue, without duplicates.
 * @param pattern matches merge tags; global
 */
export function findAddedTags(context: CheckContext, pattern: RegExp): AddedTag[] {
  const { file, email, theme } = context
  const source = normalize(String(file) + formatPollResults(context))
  const tags = new Set(
    [...`${extractTextAndAttributes(context)}\n${email.text}`.matchAll(pattern)].map(([tag]) => tag),
  )
  const added = [...tags].filter((tag) => !source.includes(normalize(tag)))
  return added.map((tag) => ({ tag, at: findInTemplate(tag, theme) }))
}

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

/** The text and the attributes of the HTML, with merge tags as they were written. */
function extractTextAndAttributes({ document, restore }: CheckContext): string {
  const parts: string[] = []
  walkTree<Nodes>(document, (node, parent) => {
    const isStyle = parent?.type === 'element' && parent.tagName === 'style'
    if (node.type === 'text' && !isStyle) parts.push(node.value)
    if (node.type === 'element')
      parts.push(...Object.values(node.properties).filter((value) => typeof value === 'string'))
  })
  return restore(parts.join('\n'))
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
