import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { ImageCopy } from '../types.ts'
import { extractDomain, formatHeaderAddress, formatHeaderText, type Mailbox } from './format-header.ts'
import { createIssueKey } from './issue-key.ts'
import { createListHeaders, type MailingList } from './list-headers.ts'

/** The parts of a message. Texts may contain merge tags. */
export interface Mail {
  from: Mailbox
  /** Missing in a message that is not addressed yet. */
  to?: Mailbox | undefined
  /** The slug of the issue that readers reply to; missing in a test, whose replies are no votes. */
  issue?: string | undefined
  subject: string
  /** As formatted by `formatHeaderDate`; without one, whoever sends the message sets the header. */
  date?: string | undefined
  list: MailingList
  text: string
  html: string
  /** Attached images, which the HTML refers to by their `output`. */
  pictures: ImageCopy[]
}

/**
 * Creates a message as it is sent: plaintext and HTML as alternatives, the HTML with its images (RFC 2046, section 5.1.4;
 * RFC 2387), in lines of ASCII that end in CRLF, at most 76 characters long in the parts (RFC 2045). Equal mails give
 * equal bytes, whatever the machine's clock, time zone and language are.
 * @param mail line breaks in values of headers become spaces, so that nothing can break out of its header
 */
export async function createEml(mail: Mail): Promise<Uint8Array> {
  const { from, to, date, list, pictures } = mail
  const domain = extractDomain(from.email)
  const digest = computeDigest(mail)
  const composer = new MailComposer({
    headers: [
      // Nodemailer itself would not encode a literal `=?`, which mail clients take for an encoded word.
      { key: 'Subject', value: { prepared: true, foldLines: true, value: formatHeaderText(mail.subject) } },
      ...createListHeaders(list, domain),
    ],
    from: formatHeaderAddress(from),
    to: to ? formatHeaderAddress(to) : 'Undisclosed recipients:;',
    // For a space, nodemailer writes no header; without a value, it would write the current time.
    date: date ?? ' ',
    messageId: `<${createMessageName(mail.issue, domain, digest)}@${domain}>`,
    text: toCrlf(mail.text),
    html: toCrlf(insertContentIds(mail.html, pictures, domain)),
    attachments: pictures.map((picture) => ({
      cid: createContentId(picture, domain),
      filename: posix.basename(picture.output),
      content: Buffer.from(picture.bytes),
      contentDisposition: 'inline',
    })),
    encoding: 'quoted-printable',
    // Neither encoding writes an equals sign before an underscore, so no part contains this.
    boundaryPrefix: '=_issue',
    baseBoundary: digest.slice(32, 48),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const message = await composer.compile().build()
  return escapeFromLines(message)
}

/** The left side of the Message-ID: the issue's key, which each of its emails has, and a digest of this one. */
function createMessageName(issue: string | undefined, domain: string, digest: string): string {
  const key = issue === undefined ? '' : createIssueKey(issue, domain)
  return key + digest.slice(0, 32 - key.length)
}

/** The digest covers the whole mail, since the Message-ID is derived from it. */
function computeDigest({ pictures, issue: _, ...mail }: Mail): string {
  const hash = createHash('sha256').update(JSON.stringify(mail))
  for (const { output, bytes } of pictures) hash.update(`\0${output}\0${bytes.length}\0`).update(bytes)
  return hash.digest('hex')
}

/** Messages must not contain bare carriage returns or line feeds (RFC 5322, section 2.3). */
function toCrlf(text: string): string {
  return text.replaceAll(/\r\n|\r|\n/g, '\r\n')
}

/** The file's name contains a hash of its content: `leak.3fa9c1d2@example.com` (RFC 2392). */
function createContentId({ output }: ImageCopy, domain: string): string {
  return `${posix.parse(output).name}@${domain}`
}

/** Replaces URLs of images, in attributes and in CSS, with those of the attached parts. */
function insertContentIds(html: string, pictures: ImageCopy[], domain: string): string {
  return pictures.reduce((shown, picture) => {
    const path = picture.output.replaceAll(/[\\^$.*+?()[\]{}|]/g, '\\$&')
    const address = new RegExp(`((?:=|\\burl\\()\\s*["']?)${path}(?=["')\\s>])`, 'g')
    return shown.replace(address, (_, before: string) => `${before}cid:${createContentId(picture, domain)}`)
  }, html)
}

/**
 * In mbox files each message begins with `From `, so some programs put a `>` before lines that do; quoted-printable can
 * encode the first letter instead (RFC 2049, section 3). A line that becomes too long is broken.
 */
function escapeFromLines(message: Buffer): Uint8Array {
  const guarded = message
    .toString('latin1')
    .replaceAll(/^From (.*)/gm, (line, rest: string) =>
      line.length > 74 ? `=46rom =\r\n${rest}` : `=46rom ${rest}`,
    )
  return Buffer.from(guarded, 'latin1')
}
