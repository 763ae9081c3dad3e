/** What a server writes, as it is printed: also where it is odd, or hostile. */
import { describe, expect, test } from 'vitest'
import { type Delivery, deliver } from '../../src/send/deliver.ts'
import { openRawServer, type Script } from './raw-server.ts'

const login = { user: 'ada', password: 'pässword: 100%' }
const toBase64 = (text: string) => Buffer.from(text).toString('base64')

/** Sends one message; gives back its result, with the server's name instead of its port. */
async function deliverOne(greeting: string, script: Script = {}, server = {}): Promise<Delivery | undefined> {
  const { port } = await openRawServer(greeting, script)
  const message = { from: 'ada@example.com', to: 'bob@example.com', message: Buffer.from('Hello\r\n') }
  const [delivery] = await deliver(
    [message],
    { host: 'localhost', port, secure: 'none', ...server },
    { retries: 1, pause: 1, timeout: 10_000, signal: new AbortController().signal },
  )
  return delivery && { ...delivery, response: delivery.response.replaceAll(`localhost:${port}`, 'SERVER') }
}

const fine = '220 mail.example.com ESMTP\r\n'

describe('a greeting', () => {
  test.each([
    [
      '421 4.3.2 Too busy\r\n',
      '`SERVER` is not available now: 421 4.3.2 Too busy. Nothing was sent. Try again later.',
    ],
    [
      '554-5.7.1 No SMTP\r\n554 5.7.1 service here\r\n',
      '`SERVER` accepts no mail from here: 554 5.7.1 No SMTP service here. Nothing was sent. Check the host and the port, or ask your provider.',
    ],
    [
      'SSH-2.0-OpenSSH_9.2\r\n',
      '`SERVER` is no SMTP server: its first line is `SSH-2.0-OpenSSH_9.2`. Nothing was sent. Check the host and the port.',
    ],
    [
      '12345\u001b[2Jhello\u0007\r\n',
      '`SERVER` is no SMTP server: its first line is `12345 [2Jhello`. Nothing was sent. Check the host and the port.',
    ],
    [
      '200 Dovecot ready\r\n',
      '`SERVER` is no SMTP server: its first line is `200 Dovecot ready`, expected `220`. Nothing was sent. Check the host and the port.',
    ],
  ])('%j is reported as what it is', async (greeting, response) => {
    expect(await deliverOne(greeting)).toEqual({ to: 'bob@example.com', state: 'unsent', response })
  })
})

describe('a response', () => {
  test('of several lines is one', async () => {
    const script = { RCPT: '550-5.1.1 There is no such\r\n550-5.1.1 user at\r\n550-\r\n550 example.com\r\n' }
    expect(await deliverOne(fine, script)).toMatchObject({
      state: 'refused',
      response: '550 5.1.1 There is no such user at example.com',
    })
    const accepted = { '.': '250-2.0.0 Taken\r\n250 2.0.0 as 4711\r\n' }
    expect(await deliverOne(fine, accepted)).toMatchObject({
      state: 'accepted',
      response: '250 2.0.0 Taken as 4711',
    })
  })

  test('has no control characters, whether it accepts or refuses', async () => {
    const odd = '\u001b]0;title\u0007 \u202edone\u001b[2J'
    expect((await deliverOne(fine, { '.': `250 ${odd}\r\n` }))?.response).toBe('250  ]0;title   done [2J')
    expect((await deliverOne(fine, { RCPT: `550 ${odd}\r\n` }))?.response).toBe('550  ]0;title   done [2J')
  })

  test('is cut off where it is too long', async () => {
    const response = (await deliverOne(fine, { '.': `250 ${'x'.repeat(5000)}\r\n` }))?.response
    expect(response).toBe(`250 ${'x'.repeat(496)}…`)
  })

  test('that is no SMTP is called that', async () => {
    expect((await deliverOne(fine, { MAIL: 'hello there\r\n' }))?.response).toBe(
      '`SERVER` responded with something other than SMTP: hello there',
    )
  })
})

describe('a password', () => {
  const offersLogin = { EHLO: '250-mail.example.com\r\n250 AUTH PLAIN LOGIN\r\n' }
  const echoes: [string, string][] = [
    ['as it is', login.password],
    ['in base64', toBase64(login.password)],
    ['in base64 without its end', toBase64(login.password).replace(/=+$/, '')],
    ['as AUTH PLAIN sends it', toBase64(`\0${login.user}\0${login.password}`)],
    ['in an address', encodeURIComponent(login.password)],
  ]

  test.each(echoes)('that a server repeats %s is masked where it refuses the login', async (_, echo) => {
    const script = { ...offersLogin, AUTH: `535-5.7.8 No: ${echo}\r\n535 5.7.8 is wrong\r\n` }
    expect((await deliverOne(fine, script, { login }))?.response).toBe(
      'Cannot log in at `SERVER` as `ada`: 535 5.7.8 No: [password] is wrong. Check the user and the password; many providers require an app password.',
    )
  })

  test.each(echoes)('that a server repeats %s is masked where it accepts the message', async (_, echo) => {
    const script = { ...offersLogin, '.': `250 Taken from ${echo}\r\n` }
    expect((await deliverOne(fine, script, { login }))?.response).toBe('250 Taken from [password]')
  })

  test('that a server repeats with the whole command is masked', async () => {
    const script = { ...offersLogin, AUTH: (line: string) => `535 You wrote ${line}\r\n` }
    expect((await deliverOne(fine, script, { login }))?.response).toContain(
      '535 You wrote AUTH PLAIN [password]. Check',
    )
  })
})
