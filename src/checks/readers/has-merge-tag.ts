import { hasNativeTag } from '../../targets/has-native-tag.ts'
import type { CheckContext } from '../check.ts'

/**
 * Whether an address of the HTML contains a merge tag: as a token, or as it is written in a template.
 * @param address as it is in the context's `document`
 */
export function hasMergeTag(
  address: string,
  { restore, settings }: Pick<CheckContext, 'restore' | 'settings'>,
): boolean {
  return restore(address) !== address || hasNativeTag(address, settings)
}
