/** `issue send` and a real SMTP server: what arrives, and what is reported when it does not. */
import { spawnSync } from 'node:child_process'
import { simpleParser } from 'mailparser'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeNewsletter, noChecks, pixel, type Run, run, runHere, toIssue } from '../cli/newsletter.ts'
import { type Certificate, makeCertificate } from './certificate.ts'
import { type MailServer, type Manners, openMailServer, refuse } from './mail-server.ts'

/** With `ISSUEPRESS_REQUIRE_BROWSER` set, as in CI, nothing may be skipped. */
const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) {
  const advice = 'No openssl found, which makes certificates: install it (Debian: apt-get install openssl).'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE TESTS OF ISSUE SEND ARE SKIPPED. ${advice}\n`)
}

const issue = 'issues/one.md'
const password = 'pässword: 100% "safe"'
let certificate: Certificate
let stranger: Certificate
beforeAll(() => {
  if (!hasOpenssl) return
  certificate = makeCertificate()
  stranger = makeCertificate('mail.example.com')
})

function openNewsletter(config = '', body = 'Hello {{ first_name }}. ![a dot](images/dot.png)') {
  return makeNewsletter({
    'issue.config.yml': `name: The Test\nfrom: Ada <ada@example.com>\n${config}\nchecks: ${noChecks}\n`,
    [issue]: toIssue('One', '', body),
    'issues/images/dot.png': pixel,
  })
}

/** Sends the issue; the server's certificate is trusted unless the environment says otherwise. */
function send(
  newsletter: { root: string },
  environment: Record<string, string>,
  ...args: string[]
): Promise<Run> {
  const words = ['send', issue, ...args]
  const { root: cwd } = newsletter
  // Node.js reads whom to trust when it starts.
  const isTrusting = !environment.ISSUE_SMTP_URL?.endsWith('secure=none') && !args.includes('--dry-run')
  return isTrusting
    ? run(words, { cwd, environment: { NODE_EXTRA_CA_CERTS: certificate.path, ...environment } })
    : runHere(words, { cwd, environment })
}

const openTlsServer = (manners: Manners = {}) =>
  openMailServer({ key: certificate.key, cert: certificate.cert, ...manners })

/** A server without TLS, as one's own machine has it for such tests. */
const openPlainServer = (manners: Manners = {}) =>
  openMailServer({ disabledCommands: ['STARTTLS'], ...manners })
const plainly = ({ port }: Pick<MailServer, 'port'>) => ({
  ISSUE_SMTP_URL: `smtp://localhost:${port}?secure=none`,
})

const login: Pick<Manners, 'authOptional' | 'onAuth'> = {
  authOptional: false,
  onAuth({ username, password: given }, _, done) {
    if (username === 'ada' && given === password) done(null, { user: username })
    else done(refuse(535, '5.7.8 Wrong user or password'))
  },
}

describe.skipIf(!hasOpenssl)('a test send', () => {
  test('arrives over STARTTLS, with a login, as it was built', async () => {
    const server = await openTlsServer(login)
    const newsletter = openNewsletter(`smtp: { host: localhost, port: ${server.port}, user: ada }`)
    const { code, stdout, stderr } = await send(
      newsletter,
      { ISSUE_SMTP_PASSWORD: password },
      '--to',
      'bob@example.com',
    )
    expect(stderr).toBe(
      `Sending a test of one by localhost:${server.port} (STARTTLS)\n✓ bob@example.com  250 Taken\nSent the test to 1 recipient\n`,
    )
    expect([code, stdout]).toEqual([0, 'bob@example.com\n'])
    const [arrived] = server.arrived
    expect(arrived).toMatchObject({
      from: 'ada@example.com',
      to: ['bob@example.com'],
      secure: true,
      user: 'ada',
    })
    const parsed = await simpleParser(arrived?.bytes ?? '', { skipImageLinks: true })
    expect(parsed.subject).toBe('[test] One')
    expect(parsed.text).toContain('Hello Ada.')
    expect(parsed.html).toContain('Hello Ada.')
    expect(parsed.to).toMatchObject({ value: [{ address: 'bob@example.com' }] })
    expect(parsed.attachments.map(({ content }) => content.equals(pixel))).toEqual([true])
    expect(parsed.html).toContain(`src="cid:${parsed.attachments[0]?.cid}"`)
    expect(newsletter.has('dist')).toBe(false)
  })

  test('arrives over TLS from the start, which a URL can request', async () => {
    const server = await openTlsServer({ ...login, secure: true })
    const environment = {
      ISSUE_SMTP_URL: `smtps://ada:${encodeURIComponent(password)}@localhost:${server.port}`,
    }
    const { code, stderr } = await send(openNewsletter(), environment, '--to', 'bob@example.com')
    expect(stderr).toContain('(TLS)')
    expect([code, server.arrived[0]?.secure]).toEqual([0, true])
  })

  test('arrives without encryption only where that is configured', async () => {
    const server = await openPlainServer()
    const { code, stderr } = await send(openNewsletter(), plainly(server), '--to', 'bob@example.com')
    expect(stderr).toContain('(not encrypted)')
    expect([code, server.arrived[0]?.secure]).toEqual([0, false])
  })

  test('is what a dry run prints, but for the date and what is made of it', async () => {
    const server = await openPlainServer()
    const newsletter = openNewsletter()
    const { code, stdout, stderr } = await send(newsletter, {}, '--to', 'bob@example.com', '--dry-run')
    expect([code, stderr]).toEqual([0, 'Nothing was sent. This is the message to bob@example.com.\n'])
    await send(newsletter, plainly(server), '--to', 'bob@example.com')
    const toPlain = (text: string) =>
      text
        .replace(/^Date: .*$/m, '')
        .replace(/^Message-ID: .*$/m, '')
        .replaceAll(/=_issue-[0-9a-f]{16}/g, '=_issue')
    expect(toPlain(server.arrived[0]?.bytes.toString('latin1') ?? '')).toBe(toPlain(stdout))
  })

  test('goes to each recipient in a message of its own, with its own address filled in', async () => {
    const server = await openPlainServer()
    const newsletter = openNewsletter('', 'You are {{ subscriber.email }}, {{ first_name }}.')
    const to = ['--to', 'bob@example.com, Eve <eve@bücher.example>', '--to', 'BOB@example.com']
    const { code, stdout } = await send(
      newsletter,
      plainly(server),
      ...to,
      '--data',
      'name=Grace Hopper',
      '--as-is',
    )
    expect([code, stdout]).toEqual([0, 'BOB@example.com\neve@xn--bcher-kva.example\n'])
    const mails = await Promise.all(server.arrived.map(({ bytes }) => simpleParser(bytes)))
    expect(
      mails.map(({ subject, to: header }) => [subject, header && 'text' in header && header.text]),
    ).toEqual([
      ['One', 'BOB@example.com'],
      ['One', '"Eve" <eve@bücher.example>'],
    ])
    expect(mails.map(({ text }) => /You are .*/.exec(text ?? '')?.[0])).toEqual([
      'You are BOB@example.com, Grace.',
      'You are eve@bücher.example, Grace.',
    ])
    expect(new Set(mails.map(({ messageId }) => messageId)).size).toBe(2)
  })

  test('has the list’s headers, filled in', async () => {
    const server = await openPlainServer()
    const config =
      'list: { unsubscribe: { url: "https://example.com/u?s={{ subscriber.id }}", oneClick: true } }'
    await send(openNewsletter(config), plainly(server), '--to', 'bob@example.com')
    const raw = server.arrived[0]?.bytes.toString() ?? ''
    expect(raw).toContain('List-Unsubscribe: <https://example.com/u?s=4f1c9a7e>\r\n')
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n')
  })

  test('reports tags without a value, and values without a tag', async () => {
    const server = await openPlainServer()
    const newsletter = openNewsletter('', 'In {{ contact.CITY }}, {{ contact.PLANET | default: "Earth" }}.')
    const { stderr } = await send(
      newsletter,
      plainly(server),
      '--to',
      'bob@example.com',
      '--data',
      'cty=Paris',
    )
    expect(stderr).toContain('No value for `{{ contact.CITY }}`')
    expect(stderr).toContain('Unused --data: no merge tag of this email uses `cty`.')
    expect((await simpleParser(server.arrived[0]?.bytes ?? '')).text).toContain('In [contact.CITY], Earth.')
    const known = await send(newsletter, plainly(server), '--to', 'bob@example.com', '--data', 'city=Paris')
    expect(known.stderr).not.toContain('known')
    expect((await simpleParser(server.arrived[1]?.bytes ?? '')).text).toContain('In Paris, Earth.')
  })

  test('has one of several targets, and names it', async () => {
    const newsletter = openNewsletter(
      'target: [mailchimp, kit]\nlist: { unsubscribe: { url: "merge:unsubscribe_url" } }',
      'Hello [there](merge:first_name). [Leave](merge:unsubscribe_url)',
    )
    const bare = await send(newsletter, {}, '--to', 'bob@example.com', '--dry-run', '--data', 'first_name=')
    expect(bare.stderr).toBe(
      'This is the email for `mailchimp`. For `kit`, add `--target`.\nNothing was sent. This is the message to bob@example.com.\n',
    )
    expect(bare.stdout).toContain('Hello there.')
    expect(bare.stdout).toContain('List-Unsubscribe: <https://example.com/unsubscribe/4f1c9a7e>')
    const kit = await send(newsletter, {}, '--to', 'bob@example.com', '--dry-run', '--target', 'kit')
    expect(kit.stderr).toBe('Nothing was sent. This is the message to bob@example.com.\n')
  })

  test('shows a sample of a tag as it was written', async () => {
    const newsletter = openNewsletter('', 'Write `{{ first_name }}` for {{ first_name }}.')
    const { stdout } = await send(newsletter, {}, '--to', 'bob@example.com', '--dry-run')
    const { text, html } = await simpleParser(stdout)
    expect(text).toContain('Write `{{ first_name }}` for Ada.')
    expect(html).toMatch(/Write <code[^>]*>\{\{ first_name \}\}<\/code> for Ada\./)
  })

  test('ends at Ctrl-C, and reports each result', async () => {
    const interrupt = new AbortController()
    const server = await openPlainServer({
      onMessage({ to }, respond) {
        if (to[0] === 'bob@example.com') respond(null, 'Taken')
        else interrupt.abort()
      },
    })
    const { root } = openNewsletter()
    const { code, stdout, stderr } = await run(
      ['send', issue, '--to', 'bob@example.com,eve@example.com,mia@example.com'],
      { cwd: root, environment: plainly(server), interrupt: interrupt.signal },
    )
    expect([code, stdout]).toEqual([130, 'bob@example.com\n'])
    expect(stderr).toContain('✓ bob@example.com  250 Taken\n')
    expect(stderr).toContain(
      '? eve@example.com  It was sent, but the server did not respond: it may arrive, and is not sent again.\n',
    )
    expect(stderr).toContain('✗ mia@example.com  Interrupted.\n')
    expect(server.asked).toEqual(['bob@example.com', 'eve@example.com'])
  })

  test('prints nothing when it is quiet', async () => {
    const server = await openPlainServer()
    expect(await send(openNewsletter(), plainly(server), '--to', 'bob@example.com', '--quiet')).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    })
  })
})

describe.skipIf(!hasOpenssl)('nothing is sent', () => {
  test('of an issue with errors, nor of one with warnings when it is strict', async () => {
    const server = await openPlainServer()
    const newsletter = openNewsletter('', ':::sposnor\nHello\n:::')
    const broken = await send(newsletter, plainly(server), '--to', 'bob@example.com')
    expect(broken.code).toBe(1)
    expect(broken.stderr).toMatch(/^issues\/one\.md:7:1 {2}error {2}Unexpected block `sposnor`/)
    expect(broken.stderr).toContain('Not sent: fix the problems in `issues/one.md`')
    newsletter.write(issue, toIssue('One', 'tgas: [a]\n'))
    const strict = await send(newsletter, plainly(server), '--to', 'bob@example.com', '--strict')
    expect([strict.code, server.asked]).toEqual([1, []])
    expect((await send(newsletter, plainly(server), '--to', 'bob@example.com')).code).toBe(0)
  })

  const many = Array.from({ length: 11 }, (_, index) => `a${index}@example.com`).join(',')
  test.each<[string, string[], Record<string, string>, string]>([
    ['to nobody', ['--to', ' , '], {}, 'Missing a recipient in `--to`'],
    ['to what is no address', ['--to', 'bob'], {}, 'Unexpected recipient `bob`, expected an email address'],
    [
      'to more than ten',
      ['--to', many],
      {},
      'Unexpected 11 recipients, expected 10 at most: `issue send` is for tests',
    ],
    [
      'with data without a name',
      ['--to', 'b@example.com', '--data', 'Ada'],
      {},
      'Unexpected `Ada` in `--data`, expected `name=value`',
    ],
    [
      'with retries without end',
      ['--to', 'b@example.com', '--retry', 'x'],
      {},
      'Unexpected `x` in `--retry`, expected a number from 0 to 10',
    ],
    [
      'with no time at all',
      ['--to', 'b@example.com', '--timeout', '0'],
      {},
      'expected a number from 1 to 600',
    ],
    ['without a server', ['--to', 'b@example.com'], {}, 'Missing an SMTP server: write `smtp:'],
    [
      'by an address of another kind',
      ['--to', 'b@example.com'],
      { ISSUE_SMTP_URL: 'https://u:secret@example.com' },
      'Unexpected address in ISSUE_SMTP_URL',
    ],
    [
      'by an option that is none',
      ['--to', 'b@example.com'],
      { ISSUE_SMTP_URL: 'smtp://example.com?tls=no' },
      'Unexpected `tls` in ISSUE_SMTP_URL',
    ],
    [
      'without a password',
      ['--to', 'b@example.com'],
      { ISSUE_SMTP_URL: 'smtp://ada@example.com' },
      'Missing the password of `ada` at `example.com`: set ISSUE_SMTP_PASSWORD',
    ],
    [
      'with a password without encryption',
      ['--to', 'b@example.com'],
      { ISSUE_SMTP_URL: 'smtp://ada:secret@example.com?secure=none' },
      'Cannot send a password to `example.com` without encryption',
    ],
  ])('%s', async (_, args, environment, expected) => {
    const { code, stdout, stderr } = await send(openNewsletter(), environment, ...args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toContain(`issue: ${expected}`.slice(expected.startsWith('expected') ? 7 : 0))
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect(stderr).not.toContain('secret')
  })

  test('without a sender', async () => {
    const newsletter = makeNewsletter({ [issue]: toIssue('One') })
    const { code, stderr } = await send(newsletter, {}, '--to', 'b@example.com')
    expect([code, stderr]).toEqual([
      2,
      'issue: Missing a sender: write `from: Ada <ada@example.com>` in the config, or in the front matter\n',
    ])
  })
})

/** The error of the first recipient, without colours, ports and the newsletter’s own words. */
const errorOf = ({ stderr }: Run) =>
  /^[✗?] \S+ {2}(.*)$/m.exec(stderr)?.[1]?.replaceAll(/localhost:\d+/g, 'localhost')

describe.skipIf(!hasOpenssl)('errors are explained', () => {
  const to = ['--to', 'bob@example.com', '--retry', '0']

  test('when nothing listens', async () => {
    const server = await openPlainServer()
    await server.close()
    const result = await send(openNewsletter(), plainly(server), ...to)
    expect(errorOf(result)).toBe(
      'Cannot connect to `localhost`: nothing listens there. Check the host and the port.',
    )
    expect([result.code, result.stdout]).toEqual([1, ''])
    expect(result.stderr).toContain('Sent the test to 0 of 1 recipient\n')
  })

  test('when there is no such host', async () => {
    const result = await send(openNewsletter(), { ISSUE_SMTP_URL: 'smtp://no-such-host.invalid' }, ...to)
    expect(result.code).toBe(1)
    // Which of the two it is depends on whether a name server responds.
    expect(errorOf(result)).toMatch(/^Cannot (?:find the host|look) `no-such-host\.invalid`/)
  })

  test('when the password is wrong', async () => {
    const server = await openTlsServer(login)
    const result = await send(
      openNewsletter(),
      { ISSUE_SMTP_URL: `smtp://ada:wrong@localhost:${server.port}` },
      ...to,
    )
    expect(errorOf(result)).toBe(
      'Cannot log in at `localhost` as `ada`: 535 5.7.8 Wrong user or password. Check the user and the password; many providers require an app password.',
    )
    expect([result.code, server.arrived]).toEqual([1, []])
    expect(result.stderr).not.toContain('wrong\n')
  })

  test('when the server does not offer STARTTLS', async () => {
    const server = await openPlainServer()
    const result = await send(openNewsletter(), { ISSUE_SMTP_URL: `smtp://localhost:${server.port}` }, ...to)
    expect(errorOf(result)).toMatch(/^`localhost` does not offer STARTTLS. Nothing was sent\./)
    expect([result.code, server.asked]).toEqual([1, []])
  })

  test('when the server does not use TLS from the start', async () => {
    const server = await openPlainServer()
    const result = await send(openNewsletter(), { ISSUE_SMTP_URL: `smtps://localhost:${server.port}` }, ...to)
    expect(errorOf(result)).toMatch(/^Cannot use TLS with `localhost` from the start. Nothing was sent\./)
  })

  test.each([
    ['nobody vouches for', '', false],
    ['nobody vouches for, from the start', '', true],
    ['is another’s', 'stranger', false],
  ])('when the server’s certificate %s', async (_, whose, secure) => {
    const { key, cert, path } = whose === '' ? certificate : stranger
    const server = await openMailServer({ key, cert, secure })
    const environment = {
      ISSUE_SMTP_URL: `${secure ? 'smtps' : 'smtp'}://localhost:${server.port}`,
      NODE_EXTRA_CA_CERTS: whose === '' ? '' : path,
      NODE_TLS_REJECT_UNAUTHORIZED: '0',
    }
    const result = await send(openNewsletter(), environment, ...to)
    expect(errorOf(result)).toMatch(
      /^Cannot trust `localhost`: .*\. Nothing was sent\. If the certificate is your own, /,
    )
    expect([result.code, server.asked]).toEqual([1, []])
  })

  test('when the server does not respond in time', async () => {
    const server = await openPlainServer({ onConnect: () => {} })
    const result = await send(openNewsletter(), plainly(server), ...to, '--timeout', '1')
    expect(errorOf(result)).toMatch(/^`localhost` did not respond within 1 second\./)
    expect(result.code).toBe(1)
  })

  test('when the sender is refused', async () => {
    const server = await openPlainServer({ onMailFrom: (_, __, done) => done(refuse(550, '5.7.1 Not you')) })
    expect(errorOf(await send(openNewsletter(), plainly(server), ...to))).toBe('550 5.7.1 Not you')
  })

  test('when the message is refused', async () => {
    const server = await openPlainServer({ onMessage: (_, respond) => respond(refuse(554, '5.7.1 Spam')) })
    expect(errorOf(await send(openNewsletter(), plainly(server), ...to))).toBe('554 5.7.1 Spam')
  })

  test('when some are refused: who got it, and who did not', async () => {
    const server = await openPlainServer({
      onRecipient(address) {
        if (address.startsWith('nobody')) throw refuse(550, '5.1.1 No such user')
      },
    })
    const list = 'bob@example.com,nobody@example.com,eve@example.com'
    const { code, stdout, stderr } = await send(openNewsletter(), plainly(server), '--to', list)
    expect([code, stdout]).toEqual([1, 'bob@example.com\neve@example.com\n'])
    expect(stderr).toContain('✗ nobody@example.com  550 5.1.1 No such user\n')
    expect(stderr).toContain('Sent the test to 2 of 3 recipients\n')
    expect(server.asked).toEqual(['bob@example.com', 'nobody@example.com', 'eve@example.com'])
  })
})
