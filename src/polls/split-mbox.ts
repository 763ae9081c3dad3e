import { type FoundMail, findMails } from './find-mails.ts'

/** A mail of an mbox. Its body is passed over: only that of a reply to an issue is read, later. */
export interface MboxMail {
  /** Counted from 1. */
  number: number
  /** The place of its `From ` line in the file, in bytes, counted from 1. */
  byte: number
  /** Its header, without the `From ` line; `undefined` if it is longer than the limit. */
  header: Buffer | undefined
}

/** More than this is not looked ahead for the end of a body whose length the header has; in bytes of headers. */
const longestLookahead = 4_000_000

/** Line ends between a body and the next mail, which are not part of the body's length: `\r\n\r\n`. */
const longestGap = 4

/**
 * Splits an mbox into its mails, in each of its variants (RFC 4155; `mbox(5)`). In `mboxo`, `mboxrd` and `mboxcl`, a line
 * of a body that begins with `From ` is quoted (`>From `). In `mboxcl2` it is not; there, `Content-Length` says where the
 * body ends. Since other programs write that field too, it applies only if the next mail, or the file's end, is there.
 * @param chunks the file in parts, since it may be larger than the memory
 * @param longestHeader the limit of a mail's header, in bytes
 */
export async function* splitMbox(
  chunks: AsyncIterable<Uint8Array>,
  longestHeader: number,
): AsyncGenerator<MboxMail> {
  let number = 0
  const create = ({ start, header }: FoundMail): MboxMail => {
    number += 1
    return { number, byte: start + 1, header }
  }
  let bodyEnd = 0
  let lookahead: FoundMail[] = []
  let size = 0
  const file = measure(chunks)
  for await (const mail of findMails(file.chunks, longestHeader)) {
    if (mail.start < bodyEnd && size <= longestLookahead) {
      lookahead.push(mail)
      size += longestGap + (mail.header?.length ?? 0)
      continue
    }
    if (!isAt(mail.start, bodyEnd)) yield* lookahead.map(create)
    yield create(mail)
    bodyEnd = mail.bodyStart + parseBodyLength(mail)
    lookahead = []
    size = 0
  }
  if (!isAt(file.size, bodyEnd)) yield* lookahead.map(create)
}

/** Counts the bytes of a stream while it is read. */
export function measure(source: AsyncIterable<Uint8Array>) {
  const measured = { size: 0, chunks: read() }
  async function* read(): AsyncGenerator<Uint8Array> {
    for await (const chunk of source) {
      measured.size += chunk.length
      yield chunk
    }
  }
  return measured
}

function isAt(offset: number, bodyEnd: number): boolean {
  return offset >= bodyEnd && offset <= bodyEnd + longestGap
}

function parseBodyLength({ header }: FoundMail): number {
  return Number(/^content-length:[ \t]*(\d{1,15})/im.exec(header?.toString('latin1') ?? '')?.[1] ?? 0)
}
