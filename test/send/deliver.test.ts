/** What is tried again, and that nobody gets anything twice. */
import { describe, expect, test } from 'vitest'
import { type DeliverOptions, type Delivery, deliver } from '../../src/send/deliver.ts'
import { type MailServer, type Manners, openMailServer, refuse } from './mail-server.ts'

const ada = 'ada@example.com'
const bob = 'bob@example.com'
const eve = 'eve@example.com'

/** A server without TLS, which is tested elsewhere. */
const openServer = (manners: Manners) => openMailServer({ disabledCommands: ['STARTTLS'], ...manners })

function deliverTo(
  recipients: string[],
  { port }: MailServer,
  options: Partial<DeliverOptions> = {},
): Promise<Delivery[]> {
  const messages = recipients.map((to) => ({
    from: 'ada@example.com',
    to,
    message: Buffer.from(`To: ${to}\r\n\r\nHello\r\n`),
  }))
  const server = { host: 'localhost', port, secure: 'none' as const }
  const { signal } = new AbortController()
  return deliver(messages, server, { retries: 2, pause: 1, timeout: 10_000, signal, ...options })
}

const states = (deliveries: Delivery[]) => deliveries.map(({ to, state }) => `${to} ${state}`)
const arrivedAt = ({ arrived }: MailServer) => arrived.flatMap(({ to }) => to).sort()

describe('a temporary refusal', () => {
  test.each<[string, Manners]>([
    [
      'of a recipient',
      {
        onRecipient(address, times) {
          if (address === bob && times < 3) throw refuse(450, '4.2.1 Busy')
        },
      },
    ],
    ['of a greeting', { onConnect: onceThen(421, 'Too busy') }],
    ['of a sender', { onMailFrom: onceThen(451, 'Later') }],
    ['with a goodbye', { onMailFrom: onceThen(421, 'Closing') }],
  ])('%s is followed by another try, and nobody gets it twice', async (_, manners) => {
    const server = await openServer(manners)
    const retried: number[] = []
    const deliveries = await deliverTo([ada, bob, eve], server, { onRetry: (left) => retried.push(left) })
    expect(states(deliveries)).toEqual([`${ada} accepted`, `${bob} accepted`, `${eve} accepted`])
    expect(arrivedAt(server)).toEqual([ada, bob, eve])
    expect(retried.length).toBeGreaterThan(0)
  })

  test('of a message is followed by a retry of that one alone', async () => {
    let refusals = 0
    const server = await openServer({
      onMessage({ to }, respond) {
        if (to[0] !== bob || refusals > 0) respond(null, 'Taken')
        else {
          refusals += 1
          respond(refuse(452, '4.3.1 No room'))
        }
      },
    })
    expect(states(await deliverTo([ada, bob, eve], server))).toEqual([
      `${ada} accepted`,
      `${bob} accepted`,
      `${eve} accepted`,
    ])
    expect(arrivedAt(server)).toEqual([ada, bob, bob, eve])
  })

  test('that lasts is reported in the server’s words', async () => {
    const server = await openServer({
      onRecipient(address) {
        if (address === bob) throw refuse(450, '4.2.0 Greylisted')
      },
    })
    const deliveries = await deliverTo([ada, bob], server, { retries: 1 })
    expect(deliveries).toEqual([
      { to: ada, state: 'accepted', response: '250 Taken' },
      { to: bob, state: 'refused', response: '450 4.2.0 Greylisted' },
    ])
    expect(server.asked).toEqual([ada, bob, bob])
  })
})

test('a permanent refusal is not retried, and the others get theirs', async () => {
  const server = await openServer({
    onRecipient(address) {
      if (address === ada) throw refuse(550, '5.1.1 Nobody')
    },
  })
  expect(states(await deliverTo([ada, bob], server))).toEqual([`${ada} refused`, `${bob} accepted`])
  expect(server.asked).toEqual([ada, bob])
})

describe('a connection that breaks', () => {
  test('before the message was given is followed by a retry', async () => {
    const server = await openServer({
      onRecipient(address, times, breakOff) {
        if (address === bob && times === 1) breakOff()
      },
    })
    expect(states(await deliverTo([ada, bob, eve], server))).toEqual([
      `${ada} accepted`,
      `${bob} accepted`,
      `${eve} accepted`,
    ])
    expect(arrivedAt(server)).toEqual([ada, bob, eve])
  })

  test('after it was given is not: it may have arrived', async () => {
    const server = await openServer({
      onMessage({ to }, respond, breakOff) {
        if (to[0] === bob) breakOff()
        else respond(null, 'Taken')
      },
    })
    const deliveries = await deliverTo([ada, bob, eve], server)
    expect(states(deliveries)).toEqual([`${ada} accepted`, `${bob} unknown`, `${eve} accepted`])
    expect(deliveries[1]?.response).toBe(
      'It was sent, but the server did not respond: it may arrive, and is not sent again.',
    )
    expect(arrivedAt(server)).toEqual([ada, bob, eve])
  })
})

test('a server that falls silent is not waited for at each message', async () => {
  const server = await openServer({
    onMessage({ to }, respond) {
      if (to[0] !== bob) respond(null, 'Taken')
    },
  })
  const deliveries = await deliverTo([ada, bob, eve], server, { timeout: 500 })
  expect(states(deliveries)).toEqual([`${ada} accepted`, `${bob} unknown`, `${eve} unsent`])
  expect(deliveries[2]?.response).toMatch(/^`localhost:\d+` did not respond within 0\.5 seconds\./)
  expect(arrivedAt(server)).toEqual([ada, bob])
})

describe('an interruption', () => {
  test('ends what is under way, and reports who got it', async () => {
    const interrupt = new AbortController()
    const server = await openServer({
      onRecipient(address) {
        if (address === bob) setImmediate(() => interrupt.abort())
      },
      onMessage({ to }, respond) {
        if (to[0] === ada) respond(null, 'Taken')
      },
    })
    const deliveries = await deliverTo([ada, bob, eve], server, { signal: interrupt.signal })
    expect(states(deliveries)[0]).toBe(`${ada} accepted`)
    expect(['unknown', 'unsent']).toContain(deliveries[1]?.state)
    expect(deliveries[2]).toEqual({ to: eve, state: 'unsent', response: 'Interrupted.' })
  })

  test('ends a pause', async () => {
    const interrupt = new AbortController()
    const server = await openServer({ onMailFrom: (_, __, done) => done(refuse(451, 'Later')) })
    const options = { signal: interrupt.signal, pause: 3_600_000, onRetry: () => interrupt.abort() }
    expect(await deliverTo([ada], server, options)).toEqual([
      { to: ada, state: 'unsent', response: 'Interrupted.' },
    ])
  })

  test('ends the wait for a greeting', async () => {
    const interrupt = new AbortController()
    const server = await openServer({ onConnect: () => interrupt.abort() })
    const [delivery] = await deliverTo([ada], server, { signal: interrupt.signal, timeout: 600_000 })
    expect(delivery).toEqual({ to: ada, state: 'unsent', response: 'Interrupted.' })
  })
})

/** Refuses the first time, and never again. */
function onceThen(code: number, message: string) {
  let times = 0
  return (...args: unknown[]) => {
    times += 1
    const done = args.at(-1) as (error?: Error) => void
    done(times === 1 ? refuse(code, message) : undefined)
  }
}
