/** Files that were named on the command line and may be compressed by gzip: `readBytes` the small ones, `readLines` logs. */
import { createReadStream, readFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip, gunzipSync } from 'node:zlib'
import { decodeText } from './decode-text.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { UsageError } from './usage-error.ts'

/** A longer line cannot be a log's and would fill the memory; in UTF-16 units. */
const longestLine = 1_000_000

/**
 * Reads a file; one that is compressed by gzip is unpacked, whatever its name.
 * @param path absolute
 * @param shown the file's name in messages
 * @throws {UsageError} when it cannot be read
 */
export function readBytes(path: string, shown: string): Uint8Array {
  try {
    const bytes = readFileSync(path)
    return isGzip(bytes) ? gunzipSync(bytes) : bytes
  } catch (error) {
    throw createReadError(error, shown)
  }
}

/**
 * Reads a text file line by line, since a log may be larger than the memory; one that is compressed by gzip is unpacked,
 * whatever its name. Invalid UTF-8 becomes U+FFFD: user agents and requested paths in a log can contain any bytes.
 * @param path absolute
 * @param shown the file's name in messages
 * @throws {UsageError} when it cannot be read, or is in UTF-16 or UTF-32
 */
export async function* readLines(path: string, shown: string): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  let isBegun = false
  try {
    for await (const chunk of await openStream(path)) {
      if (!isBegun) refuseEncoding(chunk, shown)
      isBegun = true
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
      rest = lines.pop() ?? ''
      if (rest.length > longestLine) lines.push(rest.slice(0, longestLine))
      if (rest.length > longestLine) rest = ''
      for (const line of lines) yield line.replace(/\r$/, '')
    }
  } catch (error) {
    throw error instanceof UsageError ? error : createReadError(error, shown)
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

async function openStream(path: string): Promise<Readable> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0).finally(() => file.close())
  const raw = createReadStream(path)
  if (!isGzip(buffer.subarray(0, bytesRead))) return raw
  // An error of either stream destroys the other and is thrown where the lines are read.
  return pipeline(raw, createGunzip(), () => {})
}

/** By the two bytes that every gzip file begins with (RFC 1952, section 2.3.1). */
function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b
}

function refuseEncoding(start: Uint8Array, shown: string): void {
  const decoded = decodeText(start.subarray(0, 4))
  if ('error' in decoded && decoded.byte === undefined)
    throw new UsageError(`Cannot read \`${shown}\`: ${decoded.error}, expected UTF-8`)
}

function createReadError(error: unknown, shown: string): UsageError {
  const { code } = error as NodeJS.ErrnoException
  const reason = code?.startsWith('Z_') ? 'its compressed data are broken' : explainDiskError(error).reason
  return new UsageError(`Cannot read \`${shown}\`: ${reason}`)
}
