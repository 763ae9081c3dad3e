/** Where a mail is in an mbox. Offsets are in bytes, from 0. */
export interface FoundMail {
  /** The offset of its `From ` line. */
  start: number
  /** The offset of its body. */
  bodyStart: number
  /** Its header, without the `From ` line; `undefined` if it is longer than the limit. */
  header: Buffer | undefined
}

const lineFeed = 0x0a
const carriageReturn = 0x0d
const byteOrderMark = Buffer.from('\uFEFF')

/** A longer `From ` line is not read to its end; in bytes. */
const longestFromLine = 200

/** Of a place where a `From ` line may begin, this many bytes may be in the chunk before: `\n\r\nFrom`. */
const tail = 7

/** The time in a `From ` line, as `asctime` of the C library formats it (RFC 4155, appendix A). */
const asctime =
  /\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) [ \d]\d \d\d:\d\d/

/**
 * Finds all places of an mbox at which a mail may begin: `From ` lines after an empty line, or with a time.
 * No more than one chunk and one header is in memory at a time.
 * @param longestHeader in bytes
 */
export async function* findMails(
  chunks: AsyncIterable<Uint8Array>,
  longestHeader: number,
): AsyncGenerator<FoundMail> {
  // The first line of the file is as good as one after an empty line.
  const start = Buffer.from('\n\n')
  const scan: Scan = { bytes: start, offset: -start.length, isInHeader: false, isAtEnd: false }
  let isMarkRead = false
  for await (const chunk of chunks) {
    scan.bytes = Buffer.concat([scan.bytes, chunk])
    if (!isMarkRead && scan.bytes.length < start.length + byteOrderMark.length) continue
    if (!isMarkRead && scan.bytes.indexOf(byteOrderMark) === start.length) {
      skip(scan, byteOrderMark.length)
      start.copy(scan.bytes)
    }
    isMarkRead = true
    yield* findInBuffer(scan, longestHeader)
  }
  scan.isAtEnd = true
  yield* findInBuffer(scan, longestHeader)
}

interface Scan {
  /** What is not yet scanned; in a header, from the `From ` line on. */
  bytes: Buffer
  /** The offset of the first of these bytes. */
  offset: number
  isInHeader: boolean
  isAtEnd: boolean
}

function* findInBuffer(scan: Scan, longestHeader: number): Generator<FoundMail> {
  for (;;) {
    if (!scan.isInHeader) {
      const { index, isCertain } = findFromLine(scan)
      if (!isCertain) return skip(scan, Math.max(0, index - 2))
      skip(scan, index + 1)
      scan.isInHeader = true
    }
    const { offset: start, bytes } = scan
    const header = findHeaderEnd(scan)
    if (header === undefined && bytes.length <= longestHeader) return
    const { end, bodyStart } = header ?? { end: bytes.length - tail, bodyStart: bytes.length }
    const first = bytes.indexOf(lineFeed)
    const isTooLong = header === undefined || end > longestHeader
    yield {
      start,
      bodyStart: start + bodyStart,
      header: isTooLong ? undefined : Buffer.from(bytes.subarray(first + 1, Math.max(first, end) + 1)),
    }
    skip(scan, end)
    scan.isInHeader = false
  }
}

/** Finds the line feed before the next `From ` line; if there is none for certain, where to go on with more bytes. */
function findFromLine({ bytes, isAtEnd }: Scan): { index: number; isCertain: boolean } {
  for (let index = bytes.indexOf('\nFrom '); index !== -1; index = bytes.indexOf('\nFrom ', index + 1)) {
    const before = bytes[index - 1] === carriageReturn ? index - 2 : index - 1
    if (bytes[before] === lineFeed) return { index, isCertain: true }
    const line = bytes.subarray(index + 1, index + 1 + longestFromLine)
    const end = line.indexOf(lineFeed)
    if (end === -1 && line.length < longestFromLine && !isAtEnd) return { index, isCertain: false }
    const text = line.toString('latin1', 0, end === -1 ? line.length : end)
    if (asctime.test(text)) return { index, isCertain: true }
  }
  return { index: isAtEnd ? bytes.length : bytes.length - tail + 2, isCertain: false }
}

/** Finds the line feed that ends a header, and its body; `undefined` if it may be in later chunks. */
function findHeaderEnd(scan: Scan): { end: number; bodyStart: number } | undefined {
  const { bytes, isAtEnd } = scan
  const ends = ['\n\n', '\n\r\n'].map((blank) => ({ end: bytes.indexOf(blank), length: blank.length }))
  const [blank] = ends.filter(({ end }) => end !== -1).sort((a, b) => a.end - b.end)
  const next = findFromLine(blank ? { ...scan, bytes: bytes.subarray(0, blank.end), isAtEnd: true } : scan)
  if (next.isCertain) return { end: next.index, bodyStart: next.index + 1 }
  if (blank) return { end: blank.end, bodyStart: blank.end + blank.length }
  return isAtEnd ? { end: bytes.length, bodyStart: bytes.length } : undefined
}

function skip(scan: Scan, count: number): void {
  scan.bytes = scan.bytes.subarray(count)
  scan.offset += count
}
