declare module 'mbox-reader' {
  import type { Readable } from 'node:stream'

  /** The mails of an mbox, one by one, as RFC 5322 has them. */
  export function mboxReader(stream: Readable): AsyncGenerator<{ content: Buffer }>
}
