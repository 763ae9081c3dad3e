/** `email.eml`: what it is made of, read by a parser that is not ours. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { build } from '../../src/build.ts'
import { createEml, type Mail } from '../../src/mail/create-eml.ts'
import { createIssueKey } from '../../src/mail/issue-key.ts'
import { makeNewsletter, noChecks, pixel, run, toIssue } from '../cli/newsletter.ts'

const checkout = join(import.meta.dirname, '..', '..')

const mail: Mail = {
  from: { name: 'Ada', email: 'ada@example.com' },
  subject: 'Hello',
  date: 'Thu, 28 Nov 2024 09:12:00 +0100',
  list: { name: 'The Test' },
  text: 'Hello\n',
  html: '<!doctype html><p>Hello</p>\n',
  pictures: [],
}

async function compose(parts: Partial<Mail> = {}): Promise<string> {
  return Buffer.from(await createEml({ ...mail, ...parts })).toString('latin1')
}

const parse = (message: string | Uint8Array): Promise<ParsedMail> =>
  simpleParser(Buffer.from(message as string, 'latin1'), { skipImageLinks: true, skipTextToHtml: true })

/** The headers as they stand, unfolded. */
function headersOf(message: string): string[] {
  const [head = ''] = message.split('\r\n\r\n')
  return head.replaceAll(/\r\n[ \t]/g, ' ').split('\r\n')
}

const headerOf = (message: string, name: string) =>
  headersOf(message).find((header) => header.toLowerCase().startsWith(`${name.toLowerCase()}: `))

/** Text as it is shown, whatever its lines end in. */
const lines = (text: string | undefined) => (text ?? '').replaceAll('\r\n', '\n').trimEnd()

describe('the sample’s message', () => {
  const out = mkdtempSync(join(tmpdir(), 'issuepress-eml-'))
  afterAll(() => rmSync(out, { recursive: true, force: true }))
  const newsletter = { raw: '', parsed: {} as ParsedMail, read: (_: string) => Buffer.alloc(0) }
  beforeAll(async () => {
    const { outcome } = await build({
      root: checkout,
      out,
      files: [join(checkout, 'issues/2024-11-28-sora.md')],
    })
    expect(outcome).toBe('built')
    newsletter.read = (name) => readFileSync(join(out, '2024-11-28-sora', name))
    newsletter.raw = newsletter.read('email.eml').toString('latin1')
    newsletter.parsed = await simpleParser(newsletter.read('email.eml'), { skipImageLinks: true })
  })

  test('has its sender, subject and date', () => {
    const { from, subject, date } = newsletter.parsed
    expect(from?.value).toEqual([{ name: 'Douglas', address: 'hello@ainewsroom.example.com' }])
    expect(subject).toBe(JSON.parse(newsletter.read('issue.json').toString()).subject)
    expect(date?.toISOString()).toBe('2024-11-28T08:12:00.000Z')
    expect(
      headersOf(newsletter.raw).filter((header) => !/^(?:Message-ID|Content-Type): /.test(header)),
    ).toEqual([
      'Subject: =?UTF-8?Q?=F0=9F=8E=AC_Sora_got_out_for_three_hour?= =?UTF-8?Q?s?=',
      'List-ID: The AI Newsroom <the-ai-newsroom.ainewsroom.example.com>',
      'From: Douglas <hello@ainewsroom.example.com>',
      'To: Undisclosed recipients:;',
      'Date: Thu, 28 Nov 2024 09:12:00 +0100',
      'MIME-Version: 1.0',
    ])
  })

  test('has the plaintext first, then the HTML with its pictures', () => {
    const types = [...newsletter.raw.matchAll(/^Content-Type: ([^;\r]+)/gm)].map(([, type]) => type)
    expect(types).toEqual([
      'multipart/alternative',
      'text/plain',
      'multipart/related',
      'text/html',
      // Four pictures, and the two logos for dark mode.
      ...Array(6).fill('image/png'),
    ])
    const encodings = [...newsletter.raw.matchAll(/^Content-Transfer-Encoding: (.+?)\r$/gm)].map(
      ([, name]) => name,
    )
    expect(encodings).toEqual(['quoted-printable', 'quoted-printable', ...Array(6).fill('base64')])
  })

  test('has a Message-ID by which a reply names the issue', () => {
    const key = createIssueKey('2024-11-28-sora', 'ainewsroom.example.com')
    expect(headerOf(newsletter.raw, 'Message-ID')).toMatch(
      new RegExp(`<${key}[0-9a-f]{20}@ainewsroom\\.example\\.com>$`),
    )
  })

  test('has the plaintext and the HTML as the files have them', () => {
    const { text, html } = newsletter.parsed
    expect(lines(text)).toBe(lines(newsletter.read('email.txt').toString()))
    const shown = String(html).replaceAll(/cid:([\w.-]+)@ainewsroom\.example\.com/g, 'images/$1.png')
    expect(lines(shown)).toBe(lines(newsletter.read('email.html').toString()))
  })

  test('has every picture that the HTML shows, byte for byte', () => {
    const { attachments, html } = newsletter.parsed
    const shown = [...String(html).matchAll(/cid:([^"')]+)/g)].map(([, id]) => id)
    expect(new Set(shown)).toEqual(new Set(attachments.map(({ cid }) => cid)))
    expect(html).not.toContain('images/')
    for (const { filename, content, contentDisposition, related } of attachments) {
      expect([contentDisposition, related]).toEqual(['inline', true])
      expect(content.equals(newsletter.read(`images/${filename}`))).toBe(true)
    }
  })

  test('has lines of ASCII that are at most 76 long and end in CRLF', () => {
    expect(newsletter.raw).toMatch(/^[\t\r\n\x20-\x7e]*$/)
    expect(newsletter.raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(Math.max(...newsletter.raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
  })
})

describe('an issue', () => {
  const from = 'from: Ada <ada@example.com>\n'
  const files = {
    'issue.config.yml': `name: The Test\nchecks: ${noChecks}\n`,
    'issues/one.md': toIssue('One', from, '![a dot](images/dot.png)'),
    'issues/images/dot.png': pixel,
  }

  test('gives the same bytes on every machine', async () => {
    const newsletter = makeNewsletter(files)
    const environments = [
      { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' },
      { TZ: 'Asia/Kathmandu', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' },
      { TZ: 'America/St_Johns', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' },
    ]
    const built = new Set<string>()
    for (const environment of environments) {
      expect((await run(['build'], { cwd: newsletter.root, environment })).code).toBe(0)
      built.add(newsletter.read('dist/one/email.eml'))
      newsletter.remove('dist')
    }
    expect(built.size).toBe(1)
  })

  test('has its message in the manifest, and keeps it in `dist/` as long as it has a sender', async () => {
    const newsletter = makeNewsletter(files)
    await newsletter.issue('build')
    const paths = () =>
      newsletter.json('dist/manifest.json').issues[0].files.map(({ path }: { path: string }) => path)
    expect(paths()).toContain('one/email.eml')
    newsletter.write('issues/one.md', toIssue('One'))
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(0)
    expect(paths()).not.toContain('one/email.eml')
    expect(newsletter.has('dist/one/email.eml')).toBe(false)
    expect(stderr).toContain(
      'No email.eml: the sender is missing (write `from: Ada <ada@example.com>` in the config)\n',
    )
  })

  test.each([
    ['nobody', ''],
    ['a name alone', 'from: Ada\n'],
  ])('from %s has no message, which is reported once', async (_, more) => {
    const newsletter = makeNewsletter({
      'issues/one.md': toIssue('One', more),
      'issues/two.md': toIssue('Two', more),
    })
    const { code, stderr } = await newsletter.issue('build')
    expect([code, newsletter.list('dist').filter((path) => path.endsWith('.eml'))]).toEqual([0, []])
    expect(stderr.match(/No email\.eml: the sender is missing/g)).toHaveLength(1)
    expect((await newsletter.issue('build', '--quiet')).stderr).toBe('')
  })

  test('from another name has the usual address', async () => {
    const newsletter = makeNewsletter({
      'issue.config.yml': `from: Ada <ada@example.com>\nchecks: ${noChecks}\n`,
      'issues/one.md': toIssue('One', 'from: Grace\n'),
    })
    await newsletter.issue('build')
    expect(newsletter.read('dist/one/email.eml')).toMatch(/^From: Grace <ada@example\.com>\r$/m)
  })

  test.each([
    [
      'from: Ada <ädä@example.com>',
      'issues/one.md:3:7  error  Unexpected `Ada <ädä@example.com>` in `from`, expected an address with nothing but ASCII before its `@`',
    ],
    [
      'from: { name: "Ada\\nBcc: x", email: ada@example.com }',
      'issues/one.md:3:7  error  Unexpected map in `from`, expected a `name:` on one line',
    ],
    [
      'from: { name: Ada, email: ada }',
      'issues/one.md:3:7  error  Unexpected map in `from`, expected an `email:` such as `ada@example.com`',
    ],
  ])('from nobody that could send it is an error: %s', async (more, expected) => {
    const newsletter = makeNewsletter({ 'issues/one.md': toIssue('One', `${more}\n`) })
    const { code, stderr } = await newsletter.issue('build')
    expect(code).toBe(1)
    expect(stderr).toContain(expected)
  })

  test('whose pictures lie on the web has none in its message', async () => {
    const newsletter = makeNewsletter({
      ...files,
      'issue.config.yml': `assets: { baseUrl: https://cdn.example.com/n }\nchecks: ${noChecks}\n`,
    })
    await newsletter.issue('build')
    const raw = newsletter.read('dist/one/email.eml')
    expect(raw).not.toMatch(/multipart\/related|image\/png|cid:/)
    expect((await parse(raw)).html).toMatch(
      /src="https:\/\/cdn\.example\.com\/n\/one\/images\/dot\.[0-9a-f]{8}\.png"/,
    )
  })
})

describe('a message', () => {
  test('has no date when the issue has none, and never the clock’s', async () => {
    expect(headerOf(await compose({ date: undefined }), 'Date')).toBeUndefined()
  })

  test('has an identifier and boundaries of its content’s', async () => {
    const identify = async (parts: Partial<Mail>) => {
      const raw = await compose(parts)
      return [headerOf(raw, 'Message-ID'), /boundary="([^"]+)"/.exec(raw)?.[1]].join()
    }
    const picture = { source: 'a.png', output: 'images/a.00000000.png', bytes: pixel }
    const identities = [
      await identify({}),
      await identify({ text: 'Hello!\n' }),
      await identify({ subject: 'Hello!' }),
      await identify({ to: { email: 'bob@example.com' } }),
      await identify({ pictures: [picture] }),
      await identify({ pictures: [{ ...picture, bytes: Buffer.from('x') }] }),
    ]
    expect(new Set(identities).size).toBe(identities.length)
    expect(await identify({})).toBe(identities[0])
    expect(identities[0]).toMatch(/^Message-ID: <[0-9a-f]{32}@example\.com>,=_issue-[0-9a-f]{16}-Part_1$/)
  })

  test('has its sender’s host in ASCII', async () => {
    const raw = await compose({ from: { name: 'Jürgen', email: 'hallo@bücher.example' } })
    expect(headerOf(raw, 'From')).toBe('From: =?UTF-8?Q?J=C3=BCrgen?= <hallo@xn--bcher-kva.example>')
    expect(headerOf(raw, 'Message-ID')).toMatch(/@xn--bcher-kva\.example>$/)
  })

  test.each([
    'Plain',
    'A subject that is long enough to be folded over several lines of a header, as mail has them, twice',
    '✅ OpenAI’s Sora video model leaked, and what a protest group of artists has to do with all that',
    '日本語の件名はとても長くて、一行には収まりきらないので、いくつかに分けられます。確かめましょう。',
    '👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈👩‍🚀👨‍👩‍👧‍👦🏳️‍🌈',
    '=?UTF-8?Q?not_encoded?= is what it says, =? and so on',
    'Hello {{ subscriber.first_name | default: "there" }}, and *|FNAME|*, and {$name|default(\'there\')}, all of you',
    'Two  blanks, "quotes", a comma; and <angle@brackets.example>',
    `${'x'.repeat(300)} é ${'y'.repeat(300)}`,
  ])('has its subject as it was written: %s', async (subject) => {
    const raw = await compose({ subject })
    expect((await parse(raw)).subject).toBe(subject)
    expect(raw.split('\r\n\r\n')[0]).toMatch(/^[\r\n\x20-\x7e]*$/)
    const words = raw.match(/=\?UTF-8\?[^?]+\?[^?]*\?=/g) ?? []
    expect(words.every((word) => word.length <= 75)).toBe(true)
  })

  test.each([
    ['Ada', 'Ada <ada@example.com>'],
    ['Ada, Countess of Lovelace', '"Ada, Countess of Lovelace" <ada@example.com>'],
    ['The "Best" \\ Newsletter', '"The \\"Best\\" \\\\ Newsletter" <ada@example.com>'],
    ['Zoë', '=?UTF-8?Q?Zo=C3=AB?= <ada@example.com>'],
  ])('has its sender’s name as it was written: %s', async (name, header) => {
    const raw = await compose({ from: { name, email: 'ada@example.com' } })
    expect(headerOf(raw, 'From')).toBe(`From: ${header}`)
    expect((await parse(raw)).from?.value).toEqual([{ name, address: 'ada@example.com' }])
  })

  test('has no line that a mailbox would take for the next message’s beginning', async () => {
    const text = `From here on\nFrom ${'x'.repeat(80)} ${'y'.repeat(75)}\n From\nFromage ${'z'.repeat(66)}\n`
    const raw = await compose({ text })
    expect(raw).not.toMatch(/^From /m)
    expect(Math.max(...raw.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(76)
    expect(lines((await parse(raw)).text)).toBe(lines(text))
  })

  test.each([
    ['lines that end otherwise', 'one\r\ntwo\rthree\nfour', 'one\ntwo\nthree\nfour'],
    ['blanks at the ends of lines', 'one \ntwo\t\n  three', 'one \ntwo\t\n  three'],
    ['dots at the beginning of lines', '.\n..\n.one\n', '.\n..\n.one'],
    [
      'long lines of other letters',
      `${'é'.repeat(500)} ${'日'.repeat(500)}`,
      `${'é'.repeat(500)} ${'日'.repeat(500)}`,
    ],
    [
      'what looks like a boundary',
      '--=_issue-0000000000000000-Part_1--\n',
      '--=_issue-0000000000000000-Part_1--',
    ],
  ])('keeps %s', async (_, text, expected) => {
    const raw = await compose({ text })
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(lines((await parse(raw)).text)).toBe(expected)
  })

  test('names pictures by their parts in attributes and in CSS, and leaves words alone', async () => {
    const picture = { source: 'a.png', output: 'images/a.3fa9c1d2.png', bytes: pixel }
    const html = [
      '<!doctype html><img src="images/a.3fa9c1d2.png"><td background=\'images/a.3fa9c1d2.png\'>',
      '<p style="background: url(images/a.3fa9c1d2.png)">The file images/a.3fa9c1d2.png</p><img src="images/b.png">',
    ].join('\n')
    const raw = await compose({ html, pictures: [picture] })
    const { attachments, html: shown } = await parse(raw)
    expect(attachments.map(({ cid }) => cid)).toEqual(['a.3fa9c1d2@example.com'])
    expect(String(shown).match(/cid:a\.3fa9c1d2@example\.com/g)).toHaveLength(3)
    expect(shown).toContain('The file images/a.3fa9c1d2.png')
    expect(shown).toContain('src="images/b.png"')
  })
})

describe('the list’s headers', () => {
  test.each<[string, Mail['list'], string[]]>([
    ['none without a name', { name: '' }, []],
    [
      'the name and the host',
      { name: 'Käse & Brot' },
      ['List-ID: =?UTF-8?Q?K=C3=A4se_=26_Brot?= <kase-brot.example.com>'],
    ],
    ['a name in other letters', { name: '新聞' }, ['List-ID: =?UTF-8?B?5paw6IGe?= <newsletter.example.com>']],
    ['an identifier of the author’s', { name: '', id: 'news.example.org' }, ['List-ID: <news.example.org>']],
    [
      'the ways out',
      {
        name: '',
        unsubscribe: { url: 'https://example.com/u?s={{ subscriber.id }}', mailto: 'leave@example.com' },
      },
      ['List-Unsubscribe: <https://example.com/u?s={{ subscriber.id }}>, <mailto:leave@example.com>'],
    ],
    [
      'one click',
      { name: '', unsubscribe: { url: '*|UNSUB|*', oneClick: true } },
      ['List-Unsubscribe: <*|UNSUB|*>', 'List-Unsubscribe-Post: List-Unsubscribe=One-Click'],
    ],
    [
      'no click without an address',
      { name: '', unsubscribe: { mailto: 'leave@example.com', oneClick: true } },
      ['List-Unsubscribe: <mailto:leave@example.com>'],
    ],
  ])('say %s', async (_, list, expected) => {
    expect(headersOf(await compose({ list })).filter((header) => header.startsWith('List-'))).toEqual(
      expected,
    )
  })
})

describe('nobody breaks out of a header', () => {
  const attack = 'Hello\r\nBcc: victim@example.com\r\n\r\n<script>'
  const breaks = ['\r\n', '\n', '\r', '\0', '\x0b', '\x0c', '\x85', '\u2028', '\u2029', '\r\n ', '\n\t']

  test.each<[string, Partial<Mail>]>([
    ...breaks.flatMap((end): [string, Partial<Mail>][] => [
      [`the subject, by ${JSON.stringify(end)}`, { subject: `Hello${end}Bcc: victim@example.com` }],
      [
        `a name, by ${JSON.stringify(end)}`,
        { from: { name: `Ada${end}Bcc: victim@example.com`, email: 'a@example.com' } },
      ],
      [`the list’s name, by ${JSON.stringify(end)}`, { list: { name: `The${end}Bcc: victim@example.com` } }],
    ]),
    ['an address', { from: { email: 'a@example.com\r\nBcc: victim@example.com' } }],
    ['a recipient', { to: { name: attack, email: 'a@example.com>\r\nBcc: victim@example.com' } }],
    [
      'the ways out',
      { list: { name: '', unsubscribe: { url: `https://example.com/>${attack}`, mailto: attack } } },
    ],
    [
      'a picture',
      { pictures: [{ source: 'a', output: `images/a\r\nBcc: victim@example.com.png`, bytes: pixel }] },
    ],
  ])('by %s', async (_, parts) => {
    const raw = await compose(parts)
    expect(raw).not.toMatch(/^(?:bcc|<script)/im)
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n\0]/)
    const { headers } = await parse(raw)
    expect(headers.has('bcc')).toBe(false)
    expect([...headers.keys()].filter((key) => key !== 'list').sort()).toEqual(
      ['content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'].sort(),
    )
  })

  test.each([
    ['the subject', 'subject: "Hello\\r\\nBcc: victim@example.com"'],
    ['the sender', 'subject: Hello\nfrom: "Ada\\r\\nBcc: victim@example.com <a@example.com>"'],
    ['the sender’s name', 'subject: Hello\nfrom: { name: "Ada\\nBcc: x@example.com", email: a@example.com }'],
    ['the date', 'subject: Hello\ndate: "2024-11-28\\r\\nBcc: victim@example.com"'],
  ])('by front matter: %s is refused', async (_, matter) => {
    const newsletter = makeNewsletter({ 'issues/one.md': `---\n${matter}\n---\n\n# Hello\n\nHello.\n` })
    const { code, stderr } = await newsletter.issue('build')
    expect([code, newsletter.has('dist/one/email.eml')]).toEqual([1, false])
    expect(stderr).toMatch(/issues\/one\.md:[23]:\d+ {2}error {2}Unexpected /)
  })
})
