import { formatJsonFile } from '../render/format-json.ts'
import type { Manifest } from './manifest.ts'
import { removeStale } from './remove-stale.ts'
import { writeWithin } from './write-within.ts'

/**
 * Writes the manifest, then removes the files that the previous one lists and the new one does not.
 * @param out absolute
 * @throws {NodeJS.ErrnoException} when it cannot be written; nothing is removed then
 */
export async function writeManifest(
  out: string,
  manifest: Manifest,
  previous: Manifest | undefined,
): Promise<void> {
  await writeWithin(out, 'manifest.json', Buffer.from(formatJsonFile(manifest)))
  if (previous) await removeStale(out, previous, manifest)
}
