/** A text, or why it cannot be decoded. */
export type Decoded = { text: string } | { error: string; byte?: number; line?: number }

/**
 * Decodes UTF-8 strictly, so that a file in another encoding is reported and not garbled. A byte order mark is removed.
 * @param bytes the file's content
 * @returns the text, or an error with the number and line (both counted from 1) of the first wrong byte
 */
export function decodeText(bytes: Uint8Array): Decoded {
  // The byte order marks of the Unicode Standard, table 2-4. UTF-32 first: its little-endian mark begins with UTF-16's.
  if (startsWith(bytes, [0xff, 0xfe, 0, 0]) || startsWith(bytes, [0, 0, 0xfe, 0xff]))
    return { error: 'it is in UTF-32' }
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return { error: 'it is in UTF-16' }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
  } catch {
    const place = locateWrongByte(bytes)
    return { error: formatWrongByte(place), ...place }
  }
}

/**
 * Locates the first byte that is not UTF-8.
 * @returns its number and line, both counted from 1
 */
export function locateWrongByte(bytes: Uint8Array): { byte: number; line: number } {
  const index = firstWrongByte(bytes)
  return { byte: index + 1, line: bytes.subarray(0, index).filter((byte) => byte === 0x0a).length + 1 }
}

/** Formats where a text stops being UTF-8, to follow "Cannot read `x`:". */
export function formatWrongByte({ byte, line }: { byte: number; line: number }): string {
  return `byte ${byte}, in line ${line}, is not UTF-8`
}

function startsWith(bytes: Uint8Array, prefix: number[]): boolean {
  return prefix.every((byte, index) => bytes[index] === byte)
}

/** The index of the first byte that is not UTF-8: the length of the longest valid prefix of whole characters. */
function firstWrongByte(bytes: Uint8Array): number {
  let good = 0
  let bad = bytes.length + 1
  while (bad - good > 1) {
    const middle = good + Math.floor((bad - good) / 2)
    if (decodes(bytes.subarray(0, middle), true)) good = middle
    else bad = middle
  }
  while (!decodes(bytes.subarray(0, good), false)) good--
  return good
}

/** @param partial whether an incomplete character at the end is allowed */
function decodes(bytes: Uint8Array, partial: boolean): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: partial })
    return true
  } catch {
    return false
  }
}
