import type { Settings } from '../config/settings.ts'
import type { Rendered } from '../render.ts'
import type { ManifestFile } from './manifest.ts'
import { toIssueRecord } from './to-issue-record.ts'
import { toJsonText } from './to-json-text.ts'
import { toSha256 } from './to-sha256.ts'
import { refuseUnwritable, writeWithin } from './write-within.ts'

/**
 * Writes an issue's folder: `email.html`, `email.txt`, `email.eml`, `issue.json` and the images; and its polls' pages.
 * @param out the out folder, absolute
 * @param eml the whole message; nothing when it has no sender
 * @returns what was written, paths relative to the out folder
 * @throws {NodeJS.ErrnoException} of the first file that cannot be written
 */
export async function writeEmail(
  out: string,
  rendered: Rendered,
  settings: Settings,
  eml: Uint8Array | null = null,
): Promise<ManifestFile[]> {
  const { email, images, issue, pages } = rendered
  const own = [
    { name: 'email.html', bytes: Buffer.from(email.html) },
    { name: 'email.txt', bytes: Buffer.from(email.text) },
    ...(eml ? [{ name: 'email.eml', bytes: eml }] : []),
    { name: 'issue.json', bytes: Buffer.from(toJsonText(toIssueRecord(rendered, settings))) },
    ...images.map(({ output, bytes }) => ({ name: output, bytes })),
  ].map(({ name, bytes }) => ({ path: `${issue.matter.slug}/${name}`, bytes }))
  const files = [...own, ...pages.map(({ path, html }) => ({ path, bytes: Buffer.from(html) }))]
  // One path that cannot be written keeps back the whole email: half of a new one beside half of an old one is none.
  for (const { path } of files) refuseUnwritable(out, path)
  // All of them come to an end before we speak of the first that failed.
  const results = await Promise.allSettled(
    files.map(async ({ path, bytes }) => {
      await writeWithin(out, path, bytes)
      return { path, bytes: bytes.length, sha256: toSha256(bytes) }
    }),
  )
  return results.map((result) => {
    if (result.status === 'rejected') throw result.reason
    return result.value
  })
}
