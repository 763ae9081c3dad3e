import type { TagForms } from '../merge-tags/tag-forms.ts'
import type { MergeName, Tag, TagContext, Target } from './target.ts'

/** The tag of a neutral name in a target's dialect. */
export interface WrittenTag {
  /** The text of the tag in each context; `null` where the target has no tag for the context. */
  bytes: Record<TagContext, string | null>
  /** The contexts in which the target cannot write the fallback, where the tag is without it. */
  lost: TagContext[]
}

export const tagContexts: readonly TagContext[] = ['text', 'attribute', 'url', 'plaintext', 'subject']

/**
 * Resolves a neutral name to a target's tag.
 * @param words the fallback, plain text on one line; `''` for none
 * @returns `undefined` when the target has no tag for the name
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
 * Creates the forms for a tag's token.
 * @param source what the author wrote
 * @param words the text for contexts without a tag
 */
export function createForms({ bytes }: WrittenTag, source: string, words = ''): TagForms {
  const { text, attribute, url, plaintext, subject } = bytes
  return {
    text: text ?? words,
    attribute: attribute ?? words,
    url: url ?? words,
    plaintext: plaintext ?? words,
    subject: subject ?? words,
    seen: plaintext ?? words,
    source,
    words,
  }
}
