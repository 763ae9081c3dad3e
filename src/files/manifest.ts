import * as v from 'valibot'

/** `dist/manifest.json`: every issue that stands in `dist/`. */
export interface Manifest {
  version: 1
  /** The newsletter's name. */
  newsletter: string
  /** By source. */
  issues: ManifestEntry[]
}

export interface ManifestEntry {
  slug: string
  /** The Markdown's path, relative to the newsletter's folder, with `/`. */
  source: string
  subject: string
  date: string | null
  /** What it was built for; emails for several targets lie in a folder each. */
  targets?: string[] | undefined
  files: ManifestFile[]
  /** How many there were when it was built. */
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
 * Reads a manifest's text.
 * @returns nothing when it is broken or another tool's
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
 * The manifest after a build.
 * @param previous the one before it
 * @param built the issues that were written
 * @param kept sources of issues that were not, and whose earlier email stays
 */
export function mergeManifest(
  previous: Manifest | undefined,
  built: ManifestEntry[],
  options: { newsletter: string; kept: ReadonlySet<string> },
): Manifest {
  const sources = new Set(built.map((entry) => entry.source))
  const folders = new Set(built.map((entry) => toFolderKey(entry.slug)))
  const earlier = (previous?.issues ?? []).filter(
    (entry) =>
      options.kept.has(entry.source) && !sources.has(entry.source) && !folders.has(toFolderKey(entry.slug)),
  )
  const issues = [...earlier, ...built].sort((a, b) => (a.source < b.source ? -1 : 1))
  return { version: 1, newsletter: options.newsletter, issues }
}

/** Slugs that are one folder to some file system: those of macOS and Windows ignore case, macOS's also the composition. */
export function toFolderKey(slug: string): string {
  return slug.normalize('NFC').toLowerCase()
}
