import type { TagForms } from '../merge-tags/tag-forms.ts'
import type { MergeName, Tag, TagContext, Target } from './target.ts'

/** A neutral name as a target says it. */
export interface WrittenTag {
  /** Its bytes in each context; `null` where the target has no tag for that context. */
  bytes: Record<TagContext, string | null>
  /** The contexts in which the target cannot say the fallback, and has the bare tag instead. */
  lost: TagContext[]
}

export const tagContexts: readonly TagContext[] = ['text', 'attribute', 'url', 'plaintext', 'subject']

/**
 * A neutral name in a target's dialect.
 * @param words the fallback, plain text on one line; `''` for none
 * @returns nothing when the target lacks the name
 */
export function resolveTag(target: Target, name: MergeName, words = ''): WrittenTag | undefined {
  const tag = target.names[name]
  if (!tag) return undefined
  const lost: TagContext[] = []
  const entries = tagContexts.map((context): [TagContext, string | null] => {
    const bare = selectBytes(tag, context)
    if (words === '' || bare === null) return [context, bare]
    const written = tag.fallback?.write(words, context)
    if (written === undefined) lost.push(context)
    return [context, written ?? bare]
  })
  return { bytes: Object.fromEntries(entries) as WrittenTag['bytes'], lost }
}

function selectBytes({ tag, in: own = {} }: Tag, context: TagContext): string | null {
  const bytes = own[context]
  return bytes === undefined ? tag : bytes
}

/**
 * The forms of a tag’s token. Where a context has no bytes the words stand in.
 * @param source what the author wrote
 * @param words what stands where there is no tag
 */
export function createForms({ bytes }: WrittenTag, source: string, words = ''): TagForms {
  const of = (context: TagContext) => bytes[context] ?? words
  const seen = bytes.plaintext ?? words
  return {
    text: of('text'),
    attribute: of('attribute'),
    url: of('url'),
    plaintext: of('plaintext'),
    subject: of('subject'),
    seen,
    source,
    words,
  }
}
