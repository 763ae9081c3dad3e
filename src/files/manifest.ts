import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { formatJsonFile } from '../render/format-json.ts'
import { writeWithin } from './write-within.ts'

/** `dist/manifest.json`: every issue in `dist/`. */
export interface Manifest {
  version: 1
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

/**
 * Reads the manifest that an earlier build wrote.
 * @param out the out folder, absolute
 * @returns `undefined` when there is no manifest, or it is broken or another tool's
 */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : parseManifest(text)
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
  try {
    const result = v.safeParse(manifestSchema, JSON.parse(text))
    return result.success ? result.output : undefined
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
  options: { newsletter: string; retained: ReadonlySet<string> },
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
  return { version: 1, newsletter: options.newsletter, issues }
}

/**
 * Converts a slug to a key that is the same for slugs that are one folder on some file system: macOS and Windows ignore
 * case, macOS also ignores Unicode composition.
 */
export function toFolderKey(slug: string): string {
  return slug.normalize('NFC').toLowerCase()
}
