/** The variants of the mbox format, of `polls/tally/mbox-variants`, however the file is read in parts. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { extractOwnLines } from '../../src/polls/extract-own-lines.ts'
import { parseReplyHeader } from '../../src/polls/parse-reply-header.ts'
import { parseReplySubject } from '../../src/polls/reply-subject.ts'
import { type MboxMail, splitMbox } from '../../src/polls/split-mbox.ts'

const folder = join(import.meta.dirname, 'tally/mbox-variants')

async function* inParts(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}

async function split(mbox: string, { size = 65_536, longestHeader = 1000 } = {}): Promise<MboxMail[]> {
  const mails: MboxMail[] = []
  for await (const mail of splitMbox(inParts(Buffer.from(mbox), size), longestHeader)) mails.push(mail)
  return mails
}

/** The sender and the vote of each mail. */
const summarize = (mails: MboxMail[]) =>
  mails.map(({ number, header }) => {
    const { from, subject } = parseReplyHeader(header ?? Buffer.from(''))
    return `${number} ${from} ${/\[.*\]/.exec(subject)?.[0]}`
  })

const votes = [
  '1 ada@example.com [sora/feedback/1]',
  '2 bob@example.com [sora/feedback/2]',
  'rene@example.com [sora/feedback/3]',
]

describe.each([
  // A paragraph after an empty line is counted as a mail: where it is not quoted, nothing distinguishes it from one.
  ['mboxo', [votes[0], votes[1], '3 undefined undefined', `4 ${votes[2]}`]],
  ['mboxrd', [votes[0], votes[1], `3 ${votes[2]}`]],
  ['mboxcl2', [votes[0], votes[1], `3 ${votes[2]}`]],
  ['wrong-length', [votes[0], votes[1], `3 ${votes[2]}`]],
])('%s', (name, expected) => {
  const text = readFileSync(join(folder, `${name}.mbox`), 'utf8')
  // The lengths of bodies are those with the line ends that the file has.
  const withReturns = text
    .replaceAll('\n', '\r\n')
    .replace('Content-Length: 151', 'Content-Length: 158')
    .replace('Content-Length: 3\r', 'Content-Length: 5\r')
    .replace('Content-Length: 4\r', 'Content-Length: 5\r')
  test.each([
    ['\\n', text],
    ['\\r\\n', withReturns],
    ['a byte order mark', `\uFEFF${text}`],
    ['no line end at its end', text.trimEnd()],
  ])('is split with %s, in parts of any size', async (_, mbox) => {
    for (const size of [1, 2, 3, 7, 50, 65_536])
      expect(summarize(await split(mbox, { size }))).toEqual(expected)
  })
})

test('a header over the limit is skipped, and the mails around it are not', async () => {
  const mail = (from: string, more = '') =>
    `From ${from} Thu Nov 28 09:12:00 2024\nFrom: ${from}\n${more}Subject: [sora/feedback/1]\n\nHi\n\n`
  const mbox =
    mail('ada@example.com') + mail('eve@example.com', `X: ${'x'.repeat(2000)}\n`) + mail('bob@example.com')
  for (const size of [1, 7, 999, 65_536]) {
    const mails = await split(mbox, { size })
    expect(mails.map(({ number, byte, header }) => [number, byte, header !== undefined])).toEqual([
      [1, 1, true],
      [2, 1 + mail('ada@example.com').length, false],
      [3, 1 + mbox.indexOf('From bob'), true],
    ])
  }
})

test('a file without a mail has none', async () => {
  expect(await split('Dear editors,\n\nfrom now on …\n')).toEqual([])
  expect(await split('')).toEqual([])
})

describe('a reply’s header', () => {
  const parse = (...lines: string[]) => parseReplyHeader(Buffer.from(lines.join('\n')))

  test('is unfolded and decoded', () => {
    expect(
      parse(
        'FROM: =?UTF-8?B?w4lsw6lvbm9yZQ==?= <Eleonore@Example.com>',
        'Subject: =?UTF-8?Q?=E2=AD=90_Loved_it_?=',
        ' =?UTF-8?Q?[sora/feedback/1]?=',
        'Date: Thu, 28 Nov 2024 09:12:00 +0100 (CET)',
      ),
    ).toEqual({
      subject: '⭐ Loved it [sora/feedback/1]',
      from: 'eleonore@example.com',
      time: Date.UTC(2024, 10, 28, 8, 12),
      isAutomatic: false,
    })
  })

  test('has the first of several fields, and nothing of what is no field', () => {
    expect(
      parse('>From x', 'Subject : one', 'Subject: two', 'From: A: a@example.com, b@example.com;'),
    ).toEqual({
      subject: 'one',
      from: 'a@example.com',
      time: undefined,
      isAutomatic: false,
    })
  })

  test.each([
    ['Auto-Submitted: auto-replied', true],
    ['Auto-Submitted: no', false],
    ['X-Autoreply: yes', true],
    ['Precedence: auto_reply', true],
    ['Precedence: bulk', false],
    ['X-Auto-Response-Suppress: All', true],
    ['Return-Path: <>', true],
  ])('with `%s` is automatic: %s', (line, expected) => {
    expect(parse('From: a@example.com', line).isAutomatic).toBe(expected)
  })
})

describe('the subject of a reply', () => {
  test.each([
    'Re: Sora got out',
    'RE: AW: Re[2]: Sora  got out',
    'Antw: Sora got out',
    'SV: Sora got out',
    'VS: Sora got out',
    'RÉF: Sora got out',
    'Res: Sora got out',
    'Odp: Sora got out',
    'YNT: Sora got out',
    'Отв: Sora got out',
    '回复：Sora got out',
    '回覆: Sora got out',
    '返信：Sora got out',
    '회신: Sora got out',
    '\u200fהשב: Sora got out',
    'رد: Sora got out',
    '[EXTERNAL] Re: Sora got out',
  ])('is found in %s', (subject) => {
    expect(parseReplySubject(subject)).toEqual({ subject: 'sora got out', isReply: true, isForward: false })
  })

  test.each(['Fwd: Re: Sora got out', 'WG: Sora got out', '转发：Sora got out'])(
    'is that of a forwarded mail in %s',
    (subject) =>
      expect(parseReplySubject(subject)).toMatchObject({ subject: 'sora got out', isForward: true }),
  )

  test('of a test is another one', () => {
    expect(parseReplySubject('Re: [test] Sora got out').subject).toBe('[test] sora got out')
  })
})

test('a huge reply is read in time that grows with its length', () => {
  for (const part of ['-', 'a:\n>\n', '> ', 'x: a@b\n', 'a\n\n', '\n'])
    expect(extractOwnLines(part.repeat(300_000)).length).toBeLessThanOrEqual(6)
})
