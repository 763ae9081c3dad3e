import { createTagPattern } from '../merge-tags/tag-pattern.ts'
import { broken } from './literals.ts'
import type { Tag, TagDefinition, Target, TargetDefinition } from './target.ts'
import { bare } from './write-fallback.ts'

/**
 * Creates a target from its definition, with all defaults.
 * @param definition one that has been validated
 */
export function createTarget({ literal, ...definition }: TargetDefinition): Target {
  const { dialects, names } = definition
  const tags = Object.entries(names).map(([name, tag]) => [name, createTag(tag, definition)])
  const [{ open, close } = { open: '', close: '' }] = dialects
  const written = literal ?? broken(createTagPattern(dialects), open.slice(0, 1))
  return {
    language: `tags such as \`${open}name${close}\``,
    requires: [],
    adds: [],
    limits: [],
    notes: [],
    sources: [],
    ...definition,
    names: Object.fromEntries(tags),
    ...(written && { literal: written }),
  }
}

/** Creates targets from their definitions, by name. */
export function createTargets(
  definitions: Readonly<Record<string, TargetDefinition>> = {},
): Record<string, Target> {
  return Object.fromEntries(
    Object.entries(definitions).map(([name, definition]) => [name, createTarget(definition)]),
  )
}

function createTag(
  definition: string | TagDefinition,
  { dialects }: Pick<TargetDefinition, 'dialects'>,
): Tag {
  const {
    fallback,
    proof = 'documented',
    ...tag
  } = typeof definition === 'string' ? { tag: definition } : definition
  if (typeof fallback !== 'function') return { ...tag, proof, ...(fallback && { fallback }) }
  const delimiters = dialects.flatMap(({ open, close }) => [open, close])
  const write = bare(fallback, (words) => delimiters.some((each) => words.includes(each)))
  return { ...tag, proof, fallback: { write, proof } }
}
