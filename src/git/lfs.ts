import { readFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { sha256 } from '../files/sha256.ts'
import type { Repository } from './open-repository.ts'
import { readGit } from './run-git.ts'

/**
 * Parses the pointer that Git LFS commits in place of a file
 * (https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md).
 * @returns the content's SHA-256, in hexadecimal; `undefined` for any other file
 */
export function parseLfsPointer(content: Uint8Array): string | undefined {
  if (content.length >= 1024) return undefined
  const text = Buffer.from(content).toString()
  if (!text.startsWith('version https://git-lfs.github.com/spec/v1\n')) return undefined
  return /^oid sha256:([0-9a-f]{64})$/m.exec(text)?.[1]
}

/**
 * Finds the content that a pointer stands for, without the network: in the working tree, if the file has not changed, else among
 * what Git LFS has downloaded.
 * @param digest the content's SHA-256, in hexadecimal
 * @param path relative to the top of the repository
 */
export async function findLfsContent(
  digest: string,
  path: string,
  { top, environment }: Repository,
): Promise<Buffer | undefined> {
  const common = await readGit(['rev-parse', '--git-common-dir'], { cwd: top, environment })
  const folder = resolve(top, common.toString().replace(/\r?\n$/, ''))
  const stored = join(folder, 'lfs', 'objects', digest.slice(0, 2), digest.slice(2, 4), digest)
  for (const place of [resolve(top, path), stored]) {
    const content = await readFile(place).catch(() => undefined)
    if (content && sha256(content) === digest) return content
  }
  return undefined
}
