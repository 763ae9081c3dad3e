import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { CreatedFile } from '../render/output-file.ts'
import { findForeignFile } from './find-foreign-file.ts'
import type { ManifestFile } from './manifest.ts'
import { readRealPath } from './paths.ts'
import { sha256 } from './sha256.ts'
import { resolveWritablePath, writeAllWithin } from './write-within.ts'

/** A file that was written, with the name of its output. */
export interface WrittenFile extends ManifestFile {
  output: string
}

/**
 * Writes the files of an issue into the out folder: all of them, or none when one cannot be written.
 * @param out the out folder, absolute
 * @param own the keys of the files that this newsletter has written before; without it, any file is replaced
 * @returns the written files, in the same order
 * @throws {NodeJS.ErrnoException} the error of the first file that cannot be written; with code `EFOREIGN` for a
 * file that this newsletter has not written
 */
export async function writeFiles(
  out: string,
  files: readonly Omit<CreatedFile, 'target' | 'name'>[],
  own?: ReadonlySet<string>,
): Promise<WrittenFile[]> {
  const realOut = readRealPath(out)
  for (const { path } of files) resolveWritablePath(out, path, realOut)
  const foreign = own && (await findForeignFile(out, files, own))
  if (foreign !== undefined)
    throw Object.assign(new Error(`${foreign} is not ours`), { code: 'EFOREIGN', path: foreign })
  // By it, the next build recognises what this one has written should this one be killed before it writes the manifest.
  const isRecord = ({ output }: { output: string }) => Number(output === 'issue-json')
  await writeAllWithin(
    out,
    files.toSorted((a, b) => isRecord(b) - isRecord(a)),
  )
  return files.map(({ output, path, bytes }) => ({
    output,
    path,
    bytes: bytes.length,
    sha256: sha256(bytes),
  }))
}

/** Whether a file that was written is still in the out folder, with its size. */
export function isWritten(out: string, { path, bytes }: ManifestFile): boolean {
  try {
    const stats = statSync(resolve(out, path))
    return stats.isFile() && stats.size === bytes
  } catch {
    // It is gone, or in a folder that must not be searched.
    return false
  }
}
