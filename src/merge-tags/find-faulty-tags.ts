import type { Dialect } from './dialect.ts'
import { findTagFault, type TagFault } from './find-tag-fault.ts'
import { findWrittenNames } from './find-written-names.ts'
import { createSourcePattern, isCellTag } from './protect-tag.ts'

/** A tag that goes out as text, since HTML or the provider's engine would read more than the tag in it. */
export interface FaultyTag {
  tag: string
  fault: TagFault
}

/** Finds the faulty tags in a text that is no issue, such as one of the config; those behind a backslash are text. */
export function findFaultyTags(text: string, dialects: readonly Dialect[]): FaultyTag[] {
  const names = findWrittenNames(text)
  return [...text.matchAll(createSourcePattern(dialects))].flatMap(([match]) => {
    const slashes = /^\\*/.exec(match)?.[0].length ?? 0
    const tag = match.slice(slashes)
    const fault = findTagFault(isCellTag(tag) ? tag.replaceAll('\\|', '|') : tag, dialects, names)
    return fault && slashes % 2 === 0 ? [{ tag, fault }] : []
  })
}
