import { memoize } from '../hast/memoize.ts'
import { parseTag } from '../merge-tags/parse-tag.ts'
import type { Target } from './target.ts'

/** The names of a target's values: of its tags for the neutral names, and of its vocabulary. */
export const listValues = memoize(({ names, vocabulary, dialects }: Target): readonly string[] => {
  const tags = Object.values(names).flatMap(({ tag }) => tag.match(/\{\{.*?\}\}+|\*\|.*?\|\*/g) ?? [tag])
  const own = tags.flatMap((tag) => {
    const parsed = parseTag(tag, dialects)
    const isQuoted = /^\{\{-?\s*["'`]/.test(tag) || tag.startsWith('{%')
    return parsed.kind === 'value' && !isQuoted ? [parsed.name] : []
  })
  const isLoops = dialects.some(({ open }) => open === '{contact.')
  return [
    ...new Set([...own.map((name) => (isLoops ? `contact.${name}` : name)), ...(vocabulary?.values ?? [])]),
  ]
})
