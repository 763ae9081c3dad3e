import type { VFileMessage } from 'vfile-message'
import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { elements, inlineDialects } from '../targets/dialects.ts'

const tags = createTagPattern([...inlineDialects, elements])

/**
 * A message's reason without what differs from target to target although the mistake is the same: sizes, which grow
 * with a target's tags, and, in the text of the issue, a tag that each target writes in its own way (`*|UNSUB|*`,
 * `{{ unsubscribe_url }}`). A target's name stays: a message that names it is about that target. So do tags in a
 * message without a place, since that is about the whole email, where each target may lack a tag of its own.
 */
export function maskTargetDetails({ reason, line }: VFileMessage): string {
  return reason
    .split(/(`[^`]*`)/)
    .map((part) => {
      if (!part.startsWith('`')) return part.replace(/\d+(?:[.,]\d+)*/g, '0')
      return line === undefined ? part : part.replace(tags, '*')
    })
    .join('')
}
