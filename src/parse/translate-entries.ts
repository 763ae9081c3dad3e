import { stringify } from 'yaml'
import { adaptEntries, type Entries, isEntries } from './adapt-entries.ts'
import { formatIsoDate } from './date-text.ts'
import { ownKeys } from './front-matter-schema.ts'
import { findForeignKeys, formatEntry } from './report-foreign-keys.ts'

/**
 * Translates the front matter of another program into the lines to write in its place. What means nothing for an email is
 * left out, and data whose meaning is not known stands below `params`.
 * @param entries the front matter's data
 * @returns the lines, those of dashes included; `undefined` when nothing would be left
 */
export function translateEntries(entries: Entries): string | undefined {
  const { value } = adaptEntries({ value: liftTags(entries), placeOf: refuse }, ownKeys)
  if (!isEntries(value)) return undefined
  const { keys, equivalents, cover, status } = findForeignKeys(value)
  const lines = ownKeys.flatMap((key) => {
    const own = value[key] ?? equivalents.get(key as never)?.value
    if (key === 'params' || (key === 'draft' && status?.isClear)) return []
    // Zola names a file of its own templates.
    const isFile = key === 'template' && /\.\w+$/.test(String(own))
    return own === undefined || isFile ? [] : [formatOwn(key, own)]
  })
  if (status?.isClear) lines.push('draft: true')
  const params: Entries = isEntries(value.params) ? { ...value.params } : {}
  if (cover) params[cover.key] = value[cover.key]
  for (const [key, each] of Object.entries(value))
    if (!keys.has(key) && !ownKeys.includes(key)) params[key] = each
  if (Object.keys(params).length > 0) lines.push(formatEntry('params', params))
  return lines.length > 0 ? ['---', ...lines, '---'].join('\n') : undefined
}

function formatOwn(key: string, value: unknown): string {
  if (key === 'date' && typeof value === 'string') return formatEntry(key, formatIsoDate(value) ?? value)
  if (key === 'draft' && typeof value === 'string') return formatEntry(key, value.toLowerCase() === 'true')
  if (Array.isArray(value))
    return `${key}: ${stringify(value, { collectionStyle: 'flow', flowCollectionPadding: false, lineWidth: 0 }).trimEnd()}`
  return formatEntry(key, value)
}

/** Zola has tags in a table of taxonomies. */
function liftTags(entries: Entries): Entries {
  const { taxonomies } = entries
  const tags = isEntries(taxonomies) ? taxonomies.tags : undefined
  return tags === undefined ? entries : { tags, ...entries }
}

/** The entries of another notation have no places in YAML. */
function refuse(): never {
  throw new Error('Front matter in another notation has no places')
}
