/**
 * Files that were named on the command line and may be compressed by gzip. All are read as streams, since a log or a
 * mailbox may be larger than the memory.
 */
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeText, formatWrongByte, locateWrongByte } from './decode-text.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { UsageError } from './usage-error.ts'

export interface InputLimits {
  /** A longer line cannot be a log's and would fill the memory; in UTF-16 units. */
  line: number
  /** The size of a compressed file when unpacked, in bytes: a small file can unpack to a thousand times its size. */
  unpacked: number
}

export interface InputOptions extends Partial<InputLimits> {
  /** Ends the reading; what reads then throws an `AbortError`. */
  signal?: AbortSignal | undefined
}

const gigabyte = 1024 ** 3
const defaults: InputLimits = { line: 1_000_000, unpacked: 2 * gigabyte }

/**
 * Reads a file in chunks; one that is compressed by gzip is unpacked, whatever its name.
 * @param path absolute
 * @param shown the file's name in messages
 * @param options its `line` does not apply; a file that is not compressed may have any size
 * @throws {UsageError} when it cannot be read, or unpacks to more than the limit
 */
export async function* readChunks(
  path: string,
  shown: string,
  { unpacked = defaults.unpacked, signal }: InputOptions = {},
): AsyncGenerator<Uint8Array> {
  try {
    const { stream, isCompressed } = await openStream(path)
    let size = 0
    for await (const chunk of stream as AsyncIterable<Uint8Array>) {
      size += chunk.length
      signal?.throwIfAborted()
      if (isCompressed && size > unpacked) throw createSizeError(shown, unpacked)
      yield chunk
    }
  } catch (error) {
    throw error instanceof UsageError || signal?.aborted ? error : createReadError(error, shown)
  }
}

/**
 * Reads a text file line by line, unpacked as by `readChunks`. Invalid UTF-8 becomes U+FFFD: user agents and requested
 * paths in a log can contain any bytes.
 * @param path absolute
 * @param shown the file's name in messages
 * @returns each line, without its end; `undefined` for one that is longer than the limit
 * @throws {UsageError} as `readChunks` does, and when the file is in UTF-16 or UTF-32
 */
export async function* readLines(
  path: string,
  shown: string,
  options: InputOptions = {},
): AsyncGenerator<string | undefined> {
  const { line: longest } = { ...defaults, ...options }
  const decoder = new TextDecoder()
  let rest = ''
  let isTooLong = false
  let isFirst = true
  const finish = (line: string) => (isTooLong || line.length > longest ? undefined : line.replace(/\r$/, ''))
  for await (const chunk of readChunks(path, shown, options)) {
    if (isFirst) refuseEncoding(chunk, shown)
    isFirst = false
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) {
      yield finish(line)
      isTooLong = false
    }
    if (rest.length > longest) isTooLong = true
    if (isTooLong) rest = ''
  }
  rest += decoder.decode()
  if (rest !== '' || isTooLong) yield finish(rest)
}

/**
 * Reads a text file that has to be UTF-8, in parts, unpacked as by `readChunks`. A byte order mark is not removed.
 * @param path absolute
 * @param shown the file's name in messages
 * @throws {UsageError} as `readChunks` does, and when the file is not UTF-8
 */
export async function* readText(
  path: string,
  shown: string,
  options: InputOptions = {},
): AsyncGenerator<string> {
  const before = { bytes: 0, lines: 0 }
  let rest: Uint8Array = new Uint8Array()
  const decode = (bytes: Uint8Array) => {
    if (before.bytes === 0) refuseEncoding(bytes, shown)
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    } catch {
      const { byte, line } = locateWrongByte(bytes)
      const reason = formatWrongByte({ byte: before.bytes + byte, line: before.lines + line })
      throw new UsageError(`Cannot read \`${shown}\`: ${reason}, expected UTF-8`)
    }
  }
  for await (const chunk of readChunks(path, shown, options)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    const end = bytes.length - countIncomplete(bytes)
    const whole = bytes.subarray(0, end)
    rest = bytes.subarray(end)
    if (whole.length === 0) continue
    yield decode(whole)
    before.bytes += whole.length
    before.lines += whole.reduce((count, byte) => count + Number(byte === 0x0a), 0)
  }
  if (rest.length > 0) yield decode(rest)
}

/** The number of bytes at the end that only begin a character of UTF-8 (RFC 3629, section 3). */
function countIncomplete(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
    const byte = bytes[bytes.length - back] ?? 0
    if (byte < 0x80) return 0
    if (byte < 0xc0) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
    return length > back ? back : 0
  }
  return 0
}

async function openStream(path: string): Promise<{ stream: Readable; isCompressed: boolean }> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0).finally(() => file.close())
  const raw = createReadStream(path)
  const isCompressed = isGzip(buffer.subarray(0, bytesRead))
  // An error of either stream destroys the other and is thrown where the chunks are read.
  return { stream: isCompressed ? pipeline(raw, createGunzip(), () => {}) : raw, isCompressed }
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

function createSizeError(shown: string, limit: number): UsageError {
  const size = limit >= gigabyte ? `${limit / gigabyte} GB` : `${limit} bytes`
  return new UsageError(
    `Cannot read \`${shown}\`: it unpacks to more than ${size}\nIf that is what you expect, unpack it with \`gunzip\` and name the unpacked file, which may have any size.`,
  )
}
