import { addressParser, decodeWords } from 'postal-mime'

/** What a vote needs of a reply's header. */
export interface ReplyHeader {
  subject: string
  /** The sender's address, in small letters. */
  from: string | undefined
  /** Milliseconds since 1970. */
  time: number | undefined
  /** Sent by a program, not by a person. */
  isAutomatic: boolean
  /** Sent to many, such as by a mailing list; old programs also reply automatically with it. */
  isBulk?: boolean | undefined
  /** The Message-IDs of the mails that it replies to, without angle brackets. */
  references?: string[] | undefined
}

/**
 * Parses the header of a reply (RFC 5322, section 2.2). Of a field that is there more than once, the first counts.
 * @param header its lines, folded or not, ended by `\n` or `\r\n`
 */
export function parseReplyHeader(header: Uint8Array): ReplyHeader {
  const fields = parseFields(decodeHeader(header))
  const [sender] = addressParser(fields.get('from') ?? '', { flatten: true })
  const time = Date.parse(fields.get('date') ?? '')
  return {
    subject: decodeWords(fields.get('subject') ?? '').replace(/\s+/g, ' '),
    from: sender?.address?.toLowerCase() || undefined,
    time: Number.isNaN(time) ? undefined : time,
    isAutomatic: isAutomatic(fields),
    isBulk: /^(?:bulk|junk|list)\b/i.test(fields.get('precedence') ?? '') || undefined,
    references: parseReferences(fields),
  }
}

/** UTF-8 (RFC 6532), or what old programs write. */
function decodeHeader(header: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(header)
  } catch {
    return new TextDecoder('windows-1252').decode(header)
  }
}

function parseFields(text: string): Map<string, string> {
  const lines = text.replace(/\r?\n(?=[ \t])/g, '').split(/\r?\n/)
  const fields = new Map<string, string>()
  for (const line of lines) {
    const [, name, value = ''] = /^([!-9;-~]+)[ \t]*:(.*)$/s.exec(line) ?? []
    const key = name?.toLowerCase()
    if (key !== undefined && !fields.has(key)) fields.set(key, value.trim())
  }
  return fields
}

function parseReferences(fields: Map<string, string>): string[] | undefined {
  const written = `${fields.get('in-reply-to') ?? ''} ${fields.get('references') ?? ''}`
  const ids = [...written.matchAll(/<([^<>\s]+)>/g)].map(([, id = '']) => id)
  return ids.length > 0 ? ids : undefined
}

/** True for automatic replies (RFC 3834, and what Exchange and older programs write) and bounces. */
function isAutomatic(fields: Map<string, string>): boolean {
  return (
    !/^no\b/i.test(fields.get('auto-submitted') ?? 'no') ||
    ['x-autoreply', 'x-autorespond', 'x-auto-response-suppress'].some((name) => fields.has(name)) ||
    fields.get('return-path') === '<>' ||
    /auto_reply/i.test(fields.get('precedence') ?? '')
  )
}
