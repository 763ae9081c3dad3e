import { lstatSync } from 'node:fs'
import { resolve } from 'node:path'
import * as v from 'valibot'
import type { CreatedFile } from '../render/output-file.ts'
import { type Manifest, toFolderKey } from './manifest.ts'
import { readRegularFile } from './read-regular-file.ts'
import { createPathResolver } from './writable-path.ts'

type File = Pick<CreatedFile, 'output' | 'path' | 'bytes'>

/** What no other program is likely to write: the beginning of `issue.json`. */
const recordSchema = v.object({
  subject: v.string(),
  preheader: v.string(),
  slug: v.string(),
  target: v.string(),
  sizes: v.record(v.string(), v.unknown()),
})

/** Lists the keys (`toFolderKey`) of the files that a manifest lists. */
export function listOwnFiles(manifest: Manifest | undefined): Set<string> {
  return new Set((manifest?.issues ?? []).flatMap(({ files }) => files.map(({ path }) => toFolderKey(path))))
}

/**
 * Finds a file in the out folder that an issue would replace although no build of this newsletter has written it. A file
 * that has the same bytes is not replaced. A build that was ended before it wrote the manifest has left an `issue.json`
 * that no manifest lists: then the other files of the issue are its own, too.
 * @param out the out folder, absolute
 * @param own the keys of the files that this newsletter has written
 * @returns its path, absolute
 * @throws {NodeJS.ErrnoException} with code `EOUTSIDE` when one of the files leads out of the folder, `EISDIR` when it is a folder
 */
export async function findForeignFile(
  out: string,
  files: readonly File[],
  own: ReadonlySet<string>,
): Promise<string | undefined> {
  const unlisted = files.filter(({ path }) => !own.has(toFolderKey(path)))
  if (unlisted.length === 0) return undefined
  // What leads out of the folder is an error of its own, and not looked at.
  const resolvePath = createPathResolver(out)
  for (const { path } of files) resolvePath(path)
  for (const { output, path } of unlisted)
    if (output === 'issue-json' && exists(resolve(out, path)) && (await isIssueRecord(resolve(out, path))))
      return undefined
  for (const { path, bytes } of unlisted) {
    const absolute = resolve(out, path)
    if (exists(absolute) && !(await hasBytes(absolute, bytes))) return absolute
  }
  return undefined
}

async function isIssueRecord(path: string): Promise<boolean> {
  try {
    return v.is(recordSchema, JSON.parse((await readRegularFile(path)).toString('utf8')))
  } catch {
    return false
  }
}

function exists(path: string): boolean {
  try {
    return !lstatSync(path).isDirectory()
  } catch {
    return false
  }
}

function hasBytes(path: string, bytes: Uint8Array): Promise<boolean> {
  return readRegularFile(path).then(
    (present) => present.equals(bytes),
    () => false,
  )
}
