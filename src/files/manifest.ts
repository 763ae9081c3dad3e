import { join } from 'node:path'
import * as v from 'valibot'
import { formatJsonFile } from '../render/format-json.ts'
import { readRegularFile } from './read-regular-file.ts'
import { writeWithin } from './write-within.ts'

/** `dist/manifest.json`: every issue in `dist/`. */
export interface Manifest {
  version: 1
  /** Identifies the newsletter that has written the folder; earlier versions wrote none. */
  id?: string | undefined
  /** The newsletter's name. */
  newsletter: string
  /** Sorted by source. */
  issues: ManifestEntry[]
}

export interface ManifestEntry {
  slug: string
  /** The Markdown's path, relative to the newsletter's folder, with `/`. */
  source: string
  subject: string
  date: string | null
  /** The targets that it was built for; with several, the emails for each are in a folder of its own. */
  targets?: string[] | undefined
  files: ManifestFile[]
  /** Their numbers when it was built. */
  messages: { errors: number; warnings: number }
}

export interface ManifestFile {
  /** Relative to the out folder, with `/`. */
  path: string
  /** The file's size. */
  bytes: number
  /** In hexadecimal. */
  sha256: string
}

const manifestSchema: v.GenericSchema<unknown, Manifest> = v.object({
  version: v.literal(1),
  id: v.optional(v.string()),
  newsletter: v.string(),
  issues: v.array(
    v.object({
      slug: v.string(),
      source: v.string(),
      subject: v.string(),
      date: v.nullable(v.string()),
      targets: v.optional(v.array(v.string())),
      files: v.array(v.object({ path: v.string(), bytes: v.number(), sha256: v.string() })),
      messages: v.object({ errors: v.number(), warnings: v.number() }),
    }),
  ),
})

/** The form of a manifest of a later version, as far as it can be known. */
const laterSchema = v.object({ version: v.number(), newsletter: v.string(), issues: v.array(v.unknown()) })

/**
 * Reads the manifest that an earlier build wrote.
 * @param out the out folder, absolute
 * @returns `undefined` when there is no manifest, or an empty file; `foreign` with a code of `explainDiskError` when
 * what is there was not written by this version of Issuepress
 * @throws {NodeJS.ErrnoException} when it cannot be read, or is no file
 */
export async function readManifest(
  out: string,
): Promise<{ manifest: Manifest } | { foreign: 'EVERSION' | 'EPROGRAM' } | undefined> {
  const text = await readRegularFile(join(out, 'manifest.json')).then(String, (error) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return ''
    throw error
  })
  if (text.trim() === '') return undefined
  const manifest = parseManifest(text)
  if (manifest) return { manifest }
  return { foreign: v.is(laterSchema, parseJson(text)) ? 'EVERSION' : 'EPROGRAM' }
}

/**
 * Writes the manifest.
 * @param out the out folder, absolute
 * @throws {NodeJS.ErrnoException} when it cannot be written
 */
export async function writeManifest(out: string, manifest: Manifest): Promise<void> {
  await writeWithin(out, 'manifest.json', Buffer.from(formatJsonFile(manifest)))
}

/**
 * Parses a manifest.
 * @returns `undefined` when it is broken or another tool's
 */
export function parseManifest(text: string): Manifest | undefined {
  const result = v.safeParse(manifestSchema, parseJson(text))
  return result.success ? result.output : undefined
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Creates the manifest after a build.
 * @param previous the manifest before the build
 * @param built the issues that were written
 * @param options.retained the sources of issues that were not written and whose earlier email stays
 */
export function mergeManifest(
  previous: Manifest | undefined,
  built: ManifestEntry[],
  options: { id?: string; newsletter: string; retained: ReadonlySet<string> },
): Manifest {
  const sources = new Set(built.map((entry) => entry.source))
  const folders = new Set(built.map((entry) => toFolderKey(entry.slug)))
  const earlier = (previous?.issues ?? []).filter(
    (entry) =>
      options.retained.has(entry.source) &&
      !sources.has(entry.source) &&
      !folders.has(toFolderKey(entry.slug)),
  )
  const issues = [...earlier, ...built].sort((a, b) => (a.source < b.source ? -1 : 1))
  return { version: 1, id: options.id, newsletter: options.newsletter, issues }
}

/**
 * Converts a slug to a key that is the same for slugs that are one folder on some file system: macOS and Windows ignore
 * case, macOS also ignores Unicode composition.
 */
export function toFolderKey(slug: string): string {
  return slug.normalize('NFC').toLowerCase()
}
