/**
 * What mail programs put before the subject of a reply, by their language: Re (most), Antw (Dutch, German), AW (German), SV
 * (Danish, Norwegian, Swedish), VS (Finnish; in Danish it is a forward), RÉ and Réf (French), R and Rif (Italian), Res
 * (Portuguese), Odp (Polish), YNT and Yan (Turkish), Отв and Ответ (Russian), Відп (Ukrainian), ΑΠ (Greek), Vá (Hungarian),
 * Bls (Indonesian), and those of Chinese, Japanese, Korean, Hebrew and Arabic.
 */
const replyPrefix =
  /^(?:re|antw(?:ort)?|aw|sv|vs|ré|réf|r|rif|res|odp|ynt|yan|отв|ответ|відп|απ|vá|bls|回复|回覆|答复|答覆|返信|회신|답장|השב|תגובה|رد)\s*(?:[[(]\d+[\])]|\^\d+)?\s*:\s*/u

/** The same of forwarded mails. */
const forwardPrefix =
  /^(?:fwd?|wg|tr|i|enc|rv|vb|vl|doorst|pd|ilt|iletilen|пер|转发|轉寄|轉發|転送|전달|הועבר)\s*:\s*/u

/** What gateways put before a subject: `[EXTERNAL]`. A test's own mark is no such tag. */
const gatewayTag = /^\[(?!test\])[^\]]{1,40}\]\s*/u

/** Marks of the text's direction, which programs put around a prefix in Hebrew and Arabic. */
const directionMarks = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g

/** In characters. Mail programs cut subjects at 255. */
const longestSubject = 1000

export interface ReplySubject {
  /** The subject that it replies to, in the form in which subjects are compared. */
  subject: string
  isReply: boolean
  isForward: boolean
}

/** Converts a subject to the form in which subjects are compared: without case, and with each run of spaces as one. */
export function normalizeSubject(subject: string): string {
  return subject.replace(directionMarks, '').normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/**
 * Removes the prefixes of a subject.
 * @param subject decoded and on one line
 */
export function parseReplySubject(subject: string): ReplySubject {
  let rest = normalizeSubject(subject.slice(0, longestSubject))
  let isReply = false
  let isForward = false
  for (;;) {
    const shorter = rest.replace(gatewayTag, '')
    const [reply = ''] = replyPrefix.exec(shorter) ?? []
    const [forward = ''] = reply === '' ? (forwardPrefix.exec(shorter) ?? []) : []
    isReply ||= reply !== ''
    isForward ||= forward !== ''
    const next = shorter.slice(reply.length + forward.length)
    if (next === rest) return { subject: rest, isReply, isForward }
    rest = next
  }
}
