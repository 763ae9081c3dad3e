import { randomBytes } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { sha256 } from './sha256.ts'

/** The beginning of every entry. The number changes with the form of the entries. */
const signature = 'issuepress-cache 1'
/** Signature, key, then length and checksum of the record, and length and checksum of the files. */
const header = /^issuepress-cache 1 ([0-9a-f]{64}) (\d{1,12}) ([0-9a-f]{64}) (\d{1,12}) ([0-9a-f]{64})\n/
/** An entry that is larger was not written by this tool. */
const maxEntryBytes = 64 * 1024 * 1024

/** An entry of a cache: a record, and the bytes of files that are needed only now and then. */
export interface CacheEntry {
  record: string
  /** Returns the bytes; `undefined` when they were changed since they were written. */
  readFiles(): Buffer | undefined
}

/**
 * Reads an entry. One that is incomplete, was changed, or is of another version or program is not there.
 * @param path absolute
 * @param key the key that it must have been written with
 */
export function readCacheEntry(path: string, key: string): CacheEntry | undefined {
  const bytes = readEntryFile(path)
  const match = bytes && header.exec(bytes.subarray(0, 300).toString('latin1'))
  if (!match) return undefined
  const [{ length: start }, entryKey, recordLength, recordSum, filesLength, filesSum] = match
  const recordEnd = start + Number(recordLength)
  if (entryKey !== key || bytes.length !== recordEnd + Number(filesLength)) return undefined
  const record = bytes.subarray(start, recordEnd)
  if (sha256(record) !== recordSum) return undefined
  const files = bytes.subarray(recordEnd)
  return {
    record: record.toString('utf8'),
    readFiles: () => (sha256(files) === filesSum ? files : undefined),
  }
}

/**
 * Writes an entry atomically, so that a build that runs at the same time reads the old one or the new one. It is not
 * synced to the disk: an entry that a power cut leaves half-written does not have its checksum. When it cannot be written,
 * it is not there.
 * @param path absolute
 */
export function writeCacheEntry(path: string, key: string, record: string, files: Uint8Array): void {
  const body = Buffer.from(record)
  const head = `${signature} ${key} ${body.length} ${sha256(body)} ${files.length} ${sha256(files)}\n`
  const temporary = join(dirname(path), `.${randomBytes(6).toString('hex')}.tmp`)
  try {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(temporary, Buffer.concat([Buffer.from(head), body, files]), { flag: 'wx' })
    renameSync(temporary, path)
  } catch {
    removeQuietly(temporary)
  }
}

/** Reads a regular file; not through a link, and not from a pipe, which could block for ever. */
function readEntryFile(path: string): Buffer | undefined {
  // Windows has neither flag.
  const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)
  let handle: number | undefined
  try {
    handle = openSync(path, flags)
    const stats = fstatSync(handle)
    return stats.isFile() && stats.size <= maxEntryBytes ? readFileSync(handle) : undefined
  } catch {
    return undefined
  } finally {
    if (handle !== undefined) closeSync(handle)
  }
}

function removeQuietly(path: string): void {
  try {
    rmSync(path, { force: true })
  } catch {
    // Where nothing can be written, there is nothing to remove.
  }
}
