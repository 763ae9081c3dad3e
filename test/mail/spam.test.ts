/**
 * The sample by SpamAssassin's local tests, as a mail server reads it: no rule says anything of it but those that any
 * short message with a picture trips. What it says is kept in `spamassassin.txt`; `UPDATE=1` rewrites it.
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { createEml, type Mail } from '../../src/mail/create-eml.ts'
import { formatHeaderDate } from '../../src/mail/format-header-date.ts'
import { createTestMail } from '../../src/send/create-test-mail.ts'
import { type MadeEmail, makeNewsletter } from '../browser/make-emails.ts'
import { expectFile } from '../support/expect-files.ts'

const root = join(import.meta.dirname, '..', '..')
const out = mkdtempSync(join(tmpdir(), 'issuepress-mail-'))
afterAll(() => rmSync(out, { recursive: true, force: true }))

/** With `ISSUEPRESS_REQUIRE_BROWSER` set, as in CI, nothing may be skipped. */
const hasSpamAssassin = spawnSync('spamassassin', ['--version']).status === 0
if (!hasSpamAssassin) {
  const advice = 'No SpamAssassin found: install it (Debian: apt-get install spamassassin).'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE TEST WITH SPAMASSASSIN IS SKIPPED. ${advice}\n`)
}

/** What a rule may say, and why that is no fault of the email. */
const exceptions: [rule: RegExp, reason: string][] = [
  [
    /^HTML_IMAGE_(ONLY|RATIO)_\d+$/,
    'any short message with a picture; almost nothing once Bayes and the network have a say',
  ],
  [/^HTML_MESSAGE$/, 'no fault: the message has an HTML part'],
  [/^(NO_RELAYS|NO_RECEIVED|ALL_TRUSTED|UNPARSEABLE_RELAY)$/, 'the message comes from no server'],
]

describe.skipIf(!hasSpamAssassin)('SpamAssassin', () => {
  test('finds nothing in the sample but what any short message with a picture has', async () => {
    const emails = await makeNewsletter(root, 'sample', out)
    expect(emails.length).toBeGreaterThan(3)
    const found = run(await Promise.all(emails.map(toSentMessage)))
    const said = emails.map(({ name }, index) =>
      [name, ...(found[index] ?? []).map((rule) => `  ${rule}`)].join('\n'),
    )
    const text = `${said.join('\n')}\n`
    const names = found.flat()
    expect(names.filter((name) => !exceptions.some(([pattern]) => pattern.test(name)))).toEqual([])
    expectFile(join(import.meta.dirname, 'spamassassin.txt'), text)
  })

  test('does find faults in a message that has them', async () => {
    const bad = await toMessage({
      subject: 'FREE MONEY $$$',
      text: 'Hi',
      html: '<html><head><title>Something else entirely</title></head><body><img src="https://192.0.2.1/a.png" width="600" height="800"></body></html>',
      pictures: [],
    })
    expect(run([bad])[0]?.length).toBeGreaterThan(2)
  })
})

/** An email as `issue send` sends it: its pictures with it, its merge tags filled in. */
async function toSentMessage(email: MadeEmail): Promise<string> {
  const outputs = new Set(email.html.match(/images\/[\w-]+\.[0-9a-f]{8}\.\w+/g))
  const pictures = [...outputs].map((output) => ({
    source: output,
    output,
    bytes: readFileSync(join(dirname(email.path), output)),
  }))
  return toMessage({ ...email, pictures })
}

async function toMessage(parts: Pick<Mail, 'subject' | 'text' | 'html' | 'pictures'>): Promise<string> {
  const { subject, text, html, pictures } = parts
  const newsletter = 'The AI Newsroom'
  const from = { name: 'Douglas', email: 'hello@newsletter.example.com' }
  const date = formatHeaderDate('2024-11-28T09:12:00+01:00')
  const unsubscribe = { url: '{{ unsubscribe_url }}', oneClick: true }
  const mail: Mail = { from, subject, date, list: { name: newsletter, unsubscribe }, text, html, pictures }
  const to = { name: 'Reader', email: 'reader@example.net' }
  const settings = { name: newsletter, target: 'generic', customTargets: {} }
  const options = { settings, webUrl: undefined, data: {}, asIs: true, date: mail.date ?? '', now: 0 }
  return Buffer.from(await createEml(createTestMail(mail, to, options).mail)).toString('latin1')
}

/** The rules that each message hits. They are given as a mailbox, since most of the time goes into its start. */
function run(messages: string[]): string[][] {
  const mailbox = messages.map(
    (message) =>
      `From - Thu Nov 28 09:12:00 2024\n${message.replace(/\r\n/g, '\n').replace(/^(>*From )/gm, '>$1')}\n`,
  )
  const args = ['-L', '-t', '-x', '--mbox']
  const input = mailbox.join('')
  const { stdout } = spawnSync('spamassassin', args, { input, encoding: 'utf8', maxBuffer: 1e8 })
  const reports = stdout.split(/^Content analysis details:/m).slice(1)
  if (reports.length !== messages.length)
    throw new Error(`SpamAssassin reports on ${reports.length} messages`)
  return reports.map((report) =>
    [...report.matchAll(/^ *-?\d+\.\d ([A-Z][A-Z0-9_]+) /gm)].map(([, rule = '']) => rule).sort(),
  )
}
