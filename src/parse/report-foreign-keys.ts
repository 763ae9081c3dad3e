import type { VFile } from 'vfile'
import { stringify } from 'yaml'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { type Entries, isEntries } from './adapt-entries.ts'
import { formatIsoDate } from './date-text.ts'
import { describeMissingDay, extractMissingDate } from './describe-date.ts'
import {
  coverKeys,
  equivalentKeys,
  generatorKeys,
  normalizeKey,
  publishedStatus,
  statusKeys,
  unpublishedStatus,
} from './generator-keys.ts'

export type Equivalent = keyof typeof equivalentKeys

/** What the keys of other programs mean. */
export interface ForeignKeys {
  /** The keys that belong to other programs, and are no mistakes. */
  keys: ReadonlySet<string>
  /** For each key here that has no entry, the other program's key that has its meaning, and the value to write. */
  equivalents: ReadonlyMap<Equivalent, { key: string; value: string }>
  /** The picture above the article. */
  cover: { key: string; path: string; alt: string } | undefined
  /** The entry that keeps the article from being published; `isClear` is false for a status of unknown meaning. */
  status: { key: string; written: string; isClear: boolean } | undefined
}

const ignored = new Set(generatorKeys.flatMap(({ keys }) => keys.map(normalizeKey)))
const covers = coverKeys.map(normalizeKey)
const statuses = statusKeys.map(normalizeKey)
const targets = Object.entries(equivalentKeys) as [Equivalent, readonly string[]][]
const equivalents = targets.map(([target, keys]) => [target, keys.map(normalizeKey)] as const)

/**
 * Finds the keys of other programs in front matter.
 * @param entries the front matter, adapted
 * @param present the keys here whose value is known from somewhere else, such as a date in the file's name
 */
export function findForeignKeys(entries: Entries, present: readonly string[] = []): ForeignKeys {
  const byName = new Map(Object.keys(entries).map((key) => [normalizeKey(key), key]))
  const keys = new Set<string>()
  for (const [name, key] of byName)
    if (ignored.has(name) || covers.includes(name) || statuses.includes(name)) keys.add(key)
  const found = new Map<Equivalent, { key: string; value: string }>()
  for (const [target, names] of equivalents)
    for (const name of names) {
      const key = byName.get(name)
      if (key === undefined) continue
      keys.add(key)
      const value = convertValue(target, entries[key])
      const isPresent = entries[target] !== undefined || present.includes(target) || found.has(target)
      if (value !== undefined && !isPresent) found.set(target, { key, value })
    }
  // The title is the subject when there is none.
  if (entries.title !== undefined || entries.subject !== undefined) found.delete('title')
  return { keys, equivalents: found, cover: findCover(entries, byName), status: findStatus(entries, byName) }
}

/**
 * Reports the keys of other programs that have another name here, with the line to write.
 * @param yaml the front matter, adapted
 * @param restore replaces the tokens of merge tags
 * @returns the keys that belong to other programs, and whether one of them makes the issue a draft
 */
export function reportForeignKeys(
  yaml: Yaml,
  file: VFile,
  { present, restore }: { present: readonly string[]; restore(text: string): string },
): { keys: ReadonlySet<string>; isDraft: boolean } {
  if (!isEntries(yaml.value)) return { keys: new Set(), isDraft: false }
  const { keys, equivalents: found, cover, status } = findForeignKeys(yaml.value, present)
  const add = (key: string, reason: string, note: string) =>
    report(file, reason, {
      ruleId: 'front-matter',
      severity: 'warning',
      place: yaml.placeOf([key], 'key'),
      note: restore(note),
    })
  for (const [target, { key, value }] of found)
    add(
      key,
      `Unexpected key \`${key}\` in the front matter, expected \`${target}\``,
      `It has no effect here. ${purposes[target]}, write \`${formatEntry(target, value)}\` in its place.`,
    )
  const missing = present.includes('date') || found.has('date') ? undefined : findMissingDate(yaml.value)
  if (missing)
    add(
      missing.key,
      `Unexpected \`${missing.date}\` in \`${missing.key}\`, expected a date that exists`,
      `${describeMissingDay(missing.date)} ${purposes.date}, write \`date:\` with the right one in its place.`,
    )
  if (cover)
    add(
      cover.key,
      `Unexpected key \`${cover.key}\` in the front matter, expected the picture in the text`,
      `It has no effect here: an email has no cover of its own. To show the picture, write \`![${cover.alt || 'what it shows'}](${cover.path})\` where it belongs, and remove the key.`,
    )
  if (status)
    add(
      status.key,
      `Unexpected \`${status.written}\` in the front matter, expected \`draft: true\``,
      status.isClear
        ? 'It counts as `draft: true`: the issue is left out unless the build has `--drafts`. Write `draft: true` in its place, or remove it when the issue is ready.'
        : 'It has no effect here, and the issue is built. If it is not ready, write `draft: true` in its place; if it is, remove the key.',
    )
  return { keys, isDraft: status?.isClear ?? false }
}

/** Finds another program's key that would be the date if its day existed. */
function findMissingDate(entries: Entries): { key: string; date: string } | undefined {
  if (entries.date !== undefined) return undefined
  const names = equivalentKeys.date.map(normalizeKey)
  for (const [key, value] of Object.entries(entries)) {
    const date = typeof value === 'string' ? extractMissingDate(value) : undefined
    if (date !== undefined && names.includes(normalizeKey(key))) return { key, date }
  }
  return undefined
}

const purposes: Record<Equivalent, string> = {
  subject: 'For the subject line',
  title: 'For the title',
  preheader: 'For inboxes to show it after the subject',
  date: 'For the date of the issue',
  author: 'For the author',
  lang: 'For the language of the issue',
  slug: 'For the name of the folder in `dist/`',
}

/** Formats an entry of front matter on one line. */
export function formatEntry(key: string, value: unknown): string {
  return stringify({ [key]: value }, { lineWidth: 0, flowCollectionPadding: false }).trimEnd()
}

function convertValue(target: Equivalent, value: unknown): string | undefined {
  if (target === 'author') return joinNames(value)
  if (typeof value !== 'string') return undefined
  const text = value.replace(/\s+/g, ' ').trim()
  if (text === '') return undefined
  if (target === 'date') return formatIsoDate(text)
  // The numbers and UUIDs of databases name nothing.
  if (target === 'slug') return /^[a-z]+(?:-[a-z0-9]+)+$/.test(text) && !isUuid(text) ? text : undefined
  return text
}

function joinNames(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (isEntries(value)) return typeof value.name === 'string' ? value.name : undefined
  if (!Array.isArray(value)) return undefined
  const names = value.flatMap((each) => joinNames(each) ?? [])
  return names.length > 0 ? names.join(', ') : undefined
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
}

function findCover(entries: Entries, byName: ReadonlyMap<string, string>): ForeignKeys['cover'] {
  for (const name of covers) {
    const key = byName.get(name)
    const path = key === undefined ? undefined : findPath(entries[key])
    if (key === undefined || path === undefined) continue
    const own = isEntries(entries[key]) ? entries[key].alt : undefined
    const alt = own ?? entries[byName.get(`${name}alt`) ?? ''] ?? ''
    return { key, path, alt: typeof alt === 'string' ? alt : '' }
  }
  return undefined
}

/** The path of a picture: a text, the first of a list, or an entry of a map, such as `cover: { image: … }`. */
function findPath(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim() || undefined
  if (Array.isArray(value)) return findPath(value[0])
  if (!isEntries(value)) return undefined
  const { image, src, url, path, feature, overlay_image, teaser } = value
  return [image, src, url, path, feature, overlay_image, teaser].map(findPath).find(Boolean)
}

function findStatus(entries: Entries, byName: ReadonlyMap<string, string>): ForeignKeys['status'] {
  const found = statuses.flatMap((name) => {
    const key = byName.get(name)
    if (key === undefined) return []
    const value = entries[key]
    const text = String(value ?? '')
      .trim()
      .toLowerCase()
    if (text === '') return []
    const written = `${key}: ${String(value)}`
    if (name === 'isdraft') return text === 'true' ? [{ key, written, isClear: true }] : []
    if (unpublishedStatus.includes(text)) return [{ key, written, isClear: true }]
    const isFine = publishedStatus.includes(text) || name !== 'status'
    return isFine ? [] : [{ key, written, isClear: false }]
  })
  return found.find(({ isClear }) => isClear) ?? found[0]
}
