import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { explainReadError } from './explain-read-error.ts'

/**
 * Reads a file that was named on the command line; one that is compressed by gzip is unpacked, whatever its name.
 * @param path absolute
 * @param shown what the message calls it
 * @throws {UsageError} when it cannot be read
 */
export function readBytes(path: string, shown: string): Uint8Array {
  try {
    const bytes = readFileSync(path)
    // The two bytes that every gzip file begins with (RFC 1952, section 2.3.1).
    return bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes
  } catch (error) {
    throw explainReadError(error, shown)
  }
}
