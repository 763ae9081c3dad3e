import type { Rendered } from '../render/render.ts'
import type { Settings } from '../settings.ts'
import { createIssueRecord } from './create-issue-record.ts'
import { formatJsonFile } from './format-json.ts'
import type { ManifestFile } from './manifest.ts'
import { sha256 } from './sha256.ts'
import { refuseUnwritable, writeWithin } from './write-within.ts'

/** A file to write, relative to the out folder, with `/`. */
export interface OutFile {
  path: string
  bytes: Uint8Array
}

export interface WriteEmailOptions {
  folder?: string
  eml?: Uint8Array | null
  besides?: readonly OutFile[]
}

/**
 * Writes an issue's folder: `email.html`, `email.txt`, `email.eml`, `issue.json` and the images.
 * @param out the out folder, absolute
 * @param options.folder where the email goes, relative to the out folder; the slug when not given
 * @param options.eml the whole message; nothing when it has no sender
 * @param options.besides files that are written with it: all of them or none
 * @returns what was written, paths relative to the out folder
 * @throws {NodeJS.ErrnoException} of the first file that cannot be written
 */
export async function writeEmail(
  out: string,
  rendered: Rendered,
  settings: Settings,
  { folder = rendered.issue.matter.slug, eml = null, besides = [] }: WriteEmailOptions = {},
): Promise<ManifestFile[]> {
  const { email, images } = rendered
  const own = [
    { name: 'email.html', bytes: Buffer.from(email.html) },
    { name: 'email.txt', bytes: Buffer.from(email.text) },
    ...(eml ? [{ name: 'email.eml', bytes: eml }] : []),
    { name: 'issue.json', bytes: Buffer.from(formatJsonFile(createIssueRecord(rendered, settings))) },
    ...images.map(({ output, bytes }) => ({ name: output, bytes })),
  ].map(({ name, bytes }) => ({ path: `${folder}/${name}`, bytes }))
  const files = [...own, ...besides]
  // One path that cannot be written keeps back the whole email: half of a new one beside half of an old one is none.
  for (const { path } of files) refuseUnwritable(out, path)
  // All of them come to an end before we speak of the first that failed.
  const results = await Promise.allSettled(
    files.map(async ({ path, bytes }) => {
      await writeWithin(out, path, bytes)
      return { path, bytes: bytes.length, sha256: sha256(bytes) }
    }),
  )
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
