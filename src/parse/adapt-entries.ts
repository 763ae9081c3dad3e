import type { VFile } from 'vfile'
import { stringify } from 'yaml'
import { report } from '../diagnostics/report.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import { normalizeKey } from './generator-keys.ts'
import { splitTags } from './split-tags.ts'

export type Entries = Record<string, unknown>

/**
 * Adapts front matter as other programs write it, where there is no doubt what it means: keys with capitals (`Title`), keys
 * without a value, tags as one text, numbers as tags, and authors as a list.
 * @param yaml the front matter
 * @param ownKeys the keys that exist
 * @returns the front matter with the keys and values that the schema has; places are those of what was written
 */
export function adaptEntries(yaml: Yaml, ownKeys: readonly string[]): Yaml {
  const { value, placeOf } = yaml
  if (!isEntries(value)) return yaml
  const written = new Map<string, string>()
  const adapted: Entries = {}
  for (const [key, entry] of Object.entries(value)) {
    const near = ownKeys.find((own) => own === normalizeKey(key))
    const isAlias = near !== undefined && !Object.hasOwn(value, near) && !written.has(near)
    const name = isAlias ? near : key
    if (isAlias) written.set(near, key)
    if (entry === null && ownKeys.includes(name)) continue
    adapted[name] = adaptValue(name, entry)
  }
  return {
    value: adapted,
    placeOf: ([first = '', ...rest], part) =>
      placeOf(first === '' ? [] : [written.get(String(first)) ?? first, ...rest], part),
  }
}

function adaptValue(key: string, value: unknown): unknown {
  if (key === 'tags' && typeof value === 'string') return splitTags(value)
  if (key === 'tags' && Array.isArray(value))
    return value.map((tag) => (typeof tag === 'number' ? String(tag) : tag))
  if (key === 'author' && Array.isArray(value) && value.length > 0 && value.every(isText))
    return value.join(', ')
  return value
}

/**
 * Reports a sponsor that is a map, as a site's theme may read it, with the lines that mean the same here.
 * @param yaml the adapted front matter
 * @returns the front matter without it
 */
export function reportSponsorMap(yaml: Yaml, file: VFile): Yaml {
  if (!isEntries(yaml.value) || !isEntries(yaml.value.sponsor)) return yaml
  const { sponsor, ...rest } = yaml.value
  const { name, title, url, link, href } = sponsor as Entries
  const known = [name, title].find(isText) ?? '…'
  const address = [url, link, href].find(isText) ?? 'https://…'
  const key =
    known
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join('-') ?? 'sponsor'
  const lines = stringify({ sponsors: { [key]: { name: known, url: address } } }, { lineWidth: 0 }).trimEnd()
  report(file, 'Unexpected map in `sponsor`, expected a key of `sponsors` in the config', {
    ruleId: 'front-matter',
    severity: 'warning',
    place: yaml.placeOf(['sponsor'], 'key'),
    note: `The issue is built without this sponsor. Write the sponsor into \`issue.config.yml\`, once for all of its issues:\n${lines.replace(/^/gm, '  ')}\nand in the front matter \`sponsor: ${key}\`.`,
  })
  return { ...yaml, value: rest }
}

export function isEntries(value: unknown): value is Entries {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.trim() !== ''
}
