/**
 * Every message by Python's `email` package under its newest rules, which notes each defect that it finds (RFC 5322,
 * RFC 2045 to 2047).
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createEml, type Mail } from '../../src/mail/create-eml.ts'
import { type MadeEmail, makeEmails } from '../browser/make-emails.ts'
import { pixel } from '../cli/newsletter.ts'

const reader = join(import.meta.dirname, 'read-message.py')
const out = mkdtempSync(join(tmpdir(), 'issuepress-python-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** With `ISSUEPRESS_REQUIRE_BROWSER` set, as in CI, nothing may be skipped. */
const hasPython = spawnSync('python3', ['--version']).status === 0
if (!hasPython) {
  const advice = 'No Python found: install it (Debian: apt-get install python3).'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE TEST WITH PYTHON IS SKIPPED. ${advice}\n`)
}

interface Read {
  subject: string
  from: string
  defects: string[]
  types: string[]
  /** The texts, with `\n`. */
  text: string
  html: string
  /** Of the pictures, in hexadecimal. */
  pictures: string[]
}

async function read(mails: Mail[]): Promise<Read[]> {
  const paths = await Promise.all(
    mails.map(async (mail, index) => {
      const path = join(out, `${index}.eml`)
      writeFileSync(path, await createEml(mail))
      return path
    }),
  )
  const { stdout, stderr } = spawnSync('python3', [reader, ...paths], { encoding: 'utf8', maxBuffer: 1e9 })
  if (stdout === '') throw new Error(stderr)
  return JSON.parse(stdout)
}

function toMail({ subject, text, html }: Pick<MadeEmail, 'subject' | 'text' | 'html'>): Mail {
  const outputs = [...new Set([...html.matchAll(/images\/[\w-]+\.[0-9a-f]{8}\.\w+/g)].map(([path]) => path))]
  return {
    from: { name: 'Zoë "Z" Käse, Redaktion', email: 'zoe@bücher.example' },
    to: { name: 'Ada, Countess', email: 'ada@example.com' },
    subject,
    date: 'Thu, 28 Nov 2024 09:12:00 +0100',
    list: {
      name: 'Käse & „Brot“, die Wochenzeitung für alle, die Käse und Brot mögen, und zwar jeden Tag der Woche',
      unsubscribe: {
        url: 'https://example.com/u?s={{ subscriber.id }}',
        mailto: 'u@example.com',
        oneClick: true,
      },
    },
    text,
    html,
    pictures: outputs.map((output) => ({ source: output, output, bytes: pixel })),
  }
}

const odd = { text: 'Hello\n', html: '<!doctype html><p>Hello</p>\n' }
const oddities: Mail[] = [
  '=?UTF-8?Q?not_encoded?= =? ?= "quoted" <a@b>',
  'x'.repeat(900),
  `${'é '.repeat(200)}`.trim(),
  '👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈'.repeat(20),
  'A subject\r\nBcc: victim@example.com',
].map((subject) => toMail({ ...odd, subject }))

describe.skipIf(!hasPython)('Python', () => {
  test('finds no defect in any message, and reads what was written', async () => {
    const emails = await makeEmails()
    const mails = [
      ...emails.map(toMail),
      ...oddities,
      { ...toMail({ ...odd, subject: 'Nobody' }), to: undefined, date: undefined },
      {
        ...toMail({ ...odd, subject: 'A name' }),
        from: { name: '=?UTF-8?Q?Ada?=', email: 'ada@example.com' },
      },
    ]
    expect(mails.length).toBeGreaterThan(15)
    const found = await read(mails)
    expect(found.flatMap(({ subject, defects }) => defects.map((defect) => `${subject}: ${defect}`))).toEqual(
      [],
    )
    const [mail] = mails
    for (const [index, { subject, text, html, pictures }] of mails.entries()) {
      const seen = found[index]
      expect(seen?.subject).toBe(subject.replaceAll(/[\r\n]+/g, ' '))
      expect(seen?.text).toBe(text)
      expect(seen?.html.replaceAll(/cid:([\w.-]+)@xn--bcher-kva\.example/g, 'images/$1')).toBe(
        pictures.reduce(
          (shown, { output }) => shown.replaceAll(`"${output}"`, `"${output.replace(/\.\w+$/, '')}"`),
          html,
        ),
      )
      expect(seen?.pictures).toEqual(pictures.map(({ bytes }) => Buffer.from(bytes).toString('hex')))
    }
    expect(found[0]?.from).toBe('"Zoë \\"Z\\" Käse, Redaktion" <zoe@xn--bcher-kva.example>')
    expect(found[0]?.types.slice(0, 2)).toEqual(['multipart/alternative', 'text/plain'])
    expect(mail?.pictures.length).toBeGreaterThan(0)
  })

  test('does find defects in a message that has them', () => {
    const path = join(out, 'bad.eml')
    writeFileSync(path, 'From: a@b\nContent-Type: multipart/mixed; boundary=x\n\nNo part of it.\n')
    const { stdout } = spawnSync('python3', [reader, path], { encoding: 'utf8' })
    expect(JSON.parse(stdout)[0].defects.length).toBeGreaterThan(0)
  })
})
