import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Manifest, parseManifest } from './manifest.ts'

/**
 * Reads what an earlier build left in the out folder.
 * @param out absolute
 * @returns nothing when there is no manifest, or none of ours
 */
export async function readManifest(out: string): Promise<Manifest | undefined> {
  const text = await readFile(join(out, 'manifest.json'), 'utf8').catch(() => undefined)
  return text === undefined ? undefined : parseManifest(text)
}
