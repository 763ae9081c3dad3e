import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, type Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { decodeText } from './decode-text.ts'
import { explainReadError } from './explain-read-error.ts'
import { UsageError } from './usage-error.ts'

/** No log has a longer line; what has is none, and would fill the memory. In UTF-16 units. */
const longest = 1_000_000

/**
 * Reads a text that was named on the command line line by line, since a log may be larger than the memory; one that is
 * compressed by gzip is unpacked, whatever its name. A byte that is not UTF-8 spoils a letter and not the rest: programs
 * call themselves, and ask for, what they like.
 * @param path absolute
 * @param shown what the message calls it
 * @throws {UsageError} when it cannot be read, or is in another encoding
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
      if (rest.length > longest) lines.push(rest.slice(0, longest))
      if (rest.length > longest) rest = ''
      for (const line of lines) yield line.replace(/\r$/, '')
    }
  } catch (error) {
    throw error instanceof UsageError ? error : explainReadError(error, shown)
  }
  rest += decoder.decode()
  if (rest !== '') yield rest
}

async function openStream(path: string): Promise<Readable> {
  const file = await open(path)
  const { buffer, bytesRead } = await file.read(new Uint8Array(2), 0, 2, 0).finally(() => file.close())
  const raw = createReadStream(path)
  // The two bytes that every gzip file begins with (RFC 1952, section 2.3.1).
  if (bytesRead < 2 || buffer[0] !== 0x1f || buffer[1] !== 0x8b) return raw
  // A fault of either ends the other, and is told by whoever reads.
  return pipeline(raw, createGunzip(), () => {})
}

function refuseEncoding(start: Uint8Array, shown: string): void {
  const decoded = decodeText(start.subarray(0, 4))
  if ('problem' in decoded && decoded.byte === undefined)
    throw new UsageError(`Cannot read \`${shown}\`: ${decoded.problem}, expected UTF-8`)
}
