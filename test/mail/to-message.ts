/** A message as a provider sends it: both parts of an email, quoted-printable (RFC 2045, section 6.7). */
export interface Parts {
  subject: string
  text: string
  html: string
}

const boundary = '=_issuepress_4f1c9a7e'

export function toMessage({ subject, text, html }: Parts): string {
  const part = (type: string, content: string) =>
    [
      `--${boundary}`,
      `Content-Type: ${type}; charset=utf-8`,
      'Content-Transfer-Encoding: quoted-printable',
      '',
      toQuotedPrintable(content),
    ].join('\r\n')
  return [
    'Date: Thu, 28 Nov 2024 09:12:00 +0100',
    'From: Douglas <hello@newsletter.example.com>',
    'To: Reader <reader@example.net>',
    `Subject: ${toEncodedWords(subject)}`,
    'Message-ID: <20241128091200.4f1c9a7e@newsletter.example.com>',
    'List-Id: The AI Newsroom <list.newsletter.example.com>',
    'List-Unsubscribe: <https://newsletter.example.com/unsubscribe/4f1c9a7e>',
    'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
    'MIME-Version: 1.0',
    `Content-Type: multipart/alternative; boundary="${boundary}"`,
    '',
    part('text/plain', text),
    part('text/html', html),
    `--${boundary}--`,
    '',
  ].join('\r\n')
}

/** RFC 2047, in words of at most 75 characters that hold whole characters. */
function toEncodedWords(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return text
  const words: string[] = []
  let run = ''
  for (const character of text) {
    if (Buffer.byteLength(run + character) > 45) {
      words.push(run)
      run = ''
    }
    run += character
  }
  return [...words, run].map((word) => `=?utf-8?B?${Buffer.from(word).toString('base64')}?=`).join('\r\n ')
}

export function toQuotedPrintable(text: string): string {
  return text.split(/\r?\n/).map(toQuotedLine).join('\r\n')
}

/** A line of text, in lines of at most 76 characters. */
function toQuotedLine(line: string): string {
  const units = [...Buffer.from(line)].map((byte, index, bytes) => {
    const isBlank = byte === 0x20 || byte === 0x09
    const isPlain = (byte > 0x20 && byte < 0x7f && byte !== 0x3d) || (isBlank && index < bytes.length - 1)
    return isPlain ? String.fromCharCode(byte) : `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
  })
  const lines: string[] = []
  let current = ''
  for (const unit of units) {
    if (current.length + unit.length > 75) {
      lines.push(`${current}=`)
      current = ''
    }
    current += unit
  }
  return [...lines, current].join('\r\n')
}
