import { expect, test } from 'vitest'
import { parseMessage } from '../../src/preview/parse-message.ts'

test('a message is its headers and its parts, as they are sent', () => {
  const lines = [
    'Subject: A long',
    ' subject',
    'From: Ada <ada@example.com>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative;',
    ' boundary="--a"',
    '',
    '----a',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello',
    '----a',
    'Content-Type: multipart/related; boundary=b',
    '',
    '--b',
    'Content-Type: text/html',
    'Content-Transfer-Encoding: quoted-printable',
    '',
    '<p>Hello',
    '--b--',
    '----a--',
    '',
  ]
  const { headers, parts } = parseMessage(lines.join('\r\n'))
  expect(headers).toEqual([
    { name: 'Subject', value: 'A long subject' },
    { name: 'From', value: 'Ada <ada@example.com>' },
    { name: 'MIME-Version', value: '1.0' },
  ])
  expect(parts.map(({ depth, type, bytes }) => [depth, type.replace(/;.*/, ''), bytes]).slice(1)).toEqual([
    [1, 'text/plain', 5],
    [1, 'multipart/related', 92],
    [2, 'text/html', 8],
  ])
  expect(parts[3]?.fields).toEqual([{ name: 'Content-Transfer-Encoding', value: 'quoted-printable' }])
})

test('a message without parts is one part', () => {
  expect(parseMessage('Subject: S\r\n\r\nHello')).toEqual({
    headers: [{ name: 'Subject', value: 'S' }],
    parts: [{ depth: 0, type: 'text/plain', fields: [], bytes: 5 }],
  })
})
