declare module 'mbox-reader' {
  import type { Readable } from 'node:stream'

  /** Yields the mails of an mbox, in the format of RFC 5322. */
  export function mboxReader(stream: Readable): AsyncGenerator<{ content: Buffer }>
}
