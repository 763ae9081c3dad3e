import { isTypo } from '../../diagnostics/is-typo.ts'
import { findLabels } from '../../merge-tags/source-shape.ts'
import { createTagPattern } from '../../merge-tags/tag-pattern.ts'
import { squares } from '../../targets/dialects.ts'
import type { TagScope } from '../../targets/find-tag-mistake.ts'
import { listValues } from '../../targets/list-values.ts'
import type { CheckContext } from '../check.ts'
import { findNativeTags, type NativeTag } from './find-native-tags.ts'

/** Words in brackets that are neither a link nor one of the names that the dialect knows. */
const bracketed = /(?<![\](\\])\[[A-Za-z][\w ]{0,60}(?:,fallback=[^[\]\n]{0,300})?\](?![([:])/g

/**
 * Finds the tags of a target with square brackets whose name is misspelt. The dialect does not recognize them, since
 * brackets are mostly words: without a fallback only a long name counts.
 */
export function findMisspeltSquares(context: CheckContext, { target, fields = [] }: TagScope): NativeTag[] {
  if (!target.dialects.includes(squares)) return []
  const known = createTagPattern([squares])
  const labels = findLabels(String(context.file))
  const names = [...listValues(target), ...fields]
  return findNativeTags(context, bracketed).filter(({ tag }) => {
    const [name = ''] = tag.slice(1, -1).split(',')
    if (tag.replace(known, '') === '' || labels.has(name.toLowerCase())) return false
    return tag.includes(',fallback=') || names.some((each) => each.length >= 8 && isTypo(name, each))
  })
}
