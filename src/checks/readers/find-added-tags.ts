import { visit } from 'unist-util-visit'
import { location } from 'vfile-location'
import { getExtra } from '../../blocks/get-extra.ts'
import { pollResults } from '../../blocks/shipped/poll-results.ts'
import type { CheckContext, Origin } from '../check.ts'
import { findBlocks } from './find-blocks.ts'

/** What looks like a merge tag and came into the email from elsewhere than the issue. */
export interface AddedTag {
  tag: string
  /** Where a template has it; nothing for one that the config brought. */
  at: Origin | undefined
}

/**
 * Merge tags of the finished email that stand nowhere in the issue, each once.
 * @param pattern what a tag looks like; global
 */
export function findAddedTags(context: CheckContext, pattern: RegExp): AddedTag[] {
  const { file, email, theme } = context
  const source = squeeze(String(file) + extractPollResults(context))
  const tags = new Set([...`${toShown(context)}\n${email.text}`.matchAll(pattern)].map(([tag]) => tag))
  const brought = [...tags].filter((tag) => !source.includes(squeeze(tag)))
  return brought.map((tag) => ({ tag, at: findInTemplate(tag, theme) }))
}

/**
 * Without what comes and goes on the way: line breaks, the joiners that keep a sample from an engine, and the backslash
 * of a pipe in a table's cell.
 */
function squeeze(text: string): string {
  return text.replace(/[\s\u2060]+/g, '').replaceAll('\\|', '|')
}

/** The words of poll results, which come from another issue: the questions and options of its polls. */
function extractPollResults({ tree, restore }: CheckContext): string {
  const results = findBlocks('poll-results', tree).map(({ block }) => getExtra(block, pollResults))
  return restore(JSON.stringify(results)).replaceAll('\\"', '"')
}

/** What stands in the HTML's text and attributes, as readers and engines see it. */
function toShown({ document, restore }: CheckContext): string {
  const parts: string[] = []
  visit(document, (node, _, parent) => {
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
    const points = location(file)
    const [start, end] = [points.toPoint(index), points.toPoint(index + tag.length)]
    return { file, position: start && end && { start, end } }
  }
  return undefined
}
