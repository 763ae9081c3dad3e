import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { ImageCopy } from '../types.ts'
import { domainOf, formatHeaderAddress, formatHeaderText, type Mailbox } from './format-header.ts'
import { createListHeaders, type MailingList } from './list-headers.ts'

/** One message, in parts. Texts may hold merge tags. */
export interface Mail {
  from: Mailbox
  /** Nobody in particular when not given, as in a message that is yet to be sent. */
  to?: Mailbox | undefined
  subject: string
  /** As the header has it (`formatHeaderDate`); left out when not given, for whoever sends the message to set. */
  date?: string | undefined
  list: MailingList
  text: string
  html: string
  /** Pictures that go along, which the HTML names by their `output`. */
  pictures: ImageCopy[]
}

/**
 * A message as it is sent: plaintext and HTML side by side, the HTML with its pictures (RFC 2046, section 5.1.4; RFC
 * 2387), in lines of ASCII that end in CRLF, none of the parts' longer than 76 characters (RFC 2045). The same mail gives
 * the same bytes, whatever the machine's clock, time zone and language are.
 * @param mail nothing in it can break out of its header: what would end a line becomes a blank
 */
export async function createEml(mail: Mail): Promise<Uint8Array> {
  const { from, to, date, list, pictures } = mail
  const domain = domainOf(from.email)
  const digest = toDigest(mail)
  const composer = new MailComposer({
    headers: [
      // Nodemailer's own way leaves a literal `=?` as it is, which readers take for an encoded word.
      { key: 'Subject', value: { prepared: true, foldLines: true, value: formatHeaderText(mail.subject) } },
      ...createListHeaders(list, domain),
    ],
    from: formatHeaderAddress(from),
    to: to ? formatHeaderAddress(to) : 'Undisclosed recipients:;',
    // A blank keeps the clock out: no header is written for it, and none is made up.
    date: date ?? ' ',
    messageId: `<${digest.slice(0, 32)}@${domain}>`,
    text: toLines(mail.text),
    html: toLines(withContentIds(mail.html, pictures, domain)),
    attachments: pictures.map((picture) => ({
      cid: toContentId(picture, domain),
      filename: posix.basename(picture.output),
      content: Buffer.from(picture.bytes),
      contentDisposition: 'inline',
    })),
    encoding: 'quoted-printable',
    // Neither encoding ever sets an equals sign before an underscore, so that this stands in no part.
    boundaryPrefix: '=_issue',
    baseBoundary: digest.slice(32, 48),
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const message = await composer.compile().build()
  return guardFrom(message)
}

/** Two mails that differ in anything have different digests: the Message-ID is made of it. */
function toDigest({ pictures, ...mail }: Mail): string {
  const hash = createHash('sha256').update(JSON.stringify(mail))
  for (const { output, bytes } of pictures) hash.update(`\0${output}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** Bare carriage returns and line feeds are allowed in no message (RFC 5322, section 2.3). */
function toLines(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n')
}

/** By its content, as its file is named: `leak.3fa9c1d2@example.com` (RFC 2392). */
function toContentId({ output }: ImageCopy, domain: string): string {
  return `${posix.parse(output).name}@${domain}`
}

/** Addresses of pictures, in attributes and in CSS, become those of the parts that go along. */
function withContentIds(html: string, pictures: ImageCopy[], domain: string): string {
  return pictures.reduce((shown, picture) => {
    const path = picture.output.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    const address = new RegExp(`((?:=|\\burl\\()\\s*["']?)${path}(?=["')\\s>])`, 'g')
    return shown.replace(address, (_, before: string) => `${before}cid:${toContentId(picture, domain)}`)
  }, html)
}

/**
 * Mailboxes in one file (mbox) begin each message with `From `, so that some programs put a `>` before a line that does;
 * quoted-printable can write it otherwise (RFC 2049, section 3). A line that it makes too long is broken behind it.
 */
function guardFrom(message: Buffer): Uint8Array {
  const guarded = message
    .toString('latin1')
    .replaceAll(/^From (.*)/gm, (line, rest: string) =>
      line.length > 74 ? `=46rom =\r\n${rest}` : `=46rom ${rest}`,
    )
  return Buffer.from(guarded, 'latin1')
}
