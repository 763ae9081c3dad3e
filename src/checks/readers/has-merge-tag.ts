import { createTagPattern } from '../../merge-tags/tag-pattern.ts'
import { sharedDialects } from '../../targets/dialects.ts'
import type { CheckContext } from '../check.ts'

/**
 * Whether an address of the HTML contains a merge tag: as a token, or as it is written in a template.
 * @param address as it is in the context's `document`
 */
export function hasMergeTag(address: string, { restore }: Pick<CheckContext, 'restore'>): boolean {
  return restore(address) !== address || createTagPattern(sharedDialects).test(address)
}
