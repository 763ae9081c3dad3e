/** A part of a file, in bytes from 0; `end` is not part of it. */
export interface ByteRange {
  start: number
  end: number
}

/**
 * Extracts parts of a file that is read as a stream.
 * @param ranges sorted, and without overlaps
 * @returns each part, in their order
 */
export async function* extractRanges(
  chunks: AsyncIterable<Uint8Array>,
  ranges: readonly ByteRange[],
): AsyncGenerator<Buffer> {
  let index = 0
  let offset = 0
  let parts: Uint8Array[] = []
  for await (const chunk of chunks) {
    const end = offset + chunk.length
    for (let range = ranges[index]; range && range.start < end; range = ranges[index]) {
      parts.push(chunk.subarray(Math.max(0, range.start - offset), range.end - offset))
      if (range.end > end) break
      yield Buffer.concat(parts)
      parts = []
      index += 1
    }
    offset = end
    if (index === ranges.length) return
  }
  if (parts.length > 0) yield Buffer.concat(parts)
}
