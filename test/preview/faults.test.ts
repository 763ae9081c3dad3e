/** What the preview does when a client breaks off, floods it or sends nonsense: a proper status, and no internal error. */
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { request } from './request.ts'
import { openSample, type Sample, sora } from './sample.ts'

let sample: Sample
beforeAll(async () => {
  sample = await openSample()
})
afterAll(async () => {
  expect(sample.errors).toEqual([])
  await sample.close()
})

const json = { 'Content-Type': 'application/json' }
const post = (body: string, headers: Record<string, string> = json) =>
  request(`${sample.preview.url}/open`, { method: 'POST', headers, body })

async function open(text: string): Promise<Socket> {
  const { port } = new URL(sample.preview.url)
  const socket = connect(Number(port), '127.0.0.1')
  await once(socket, 'connect')
  await new Promise<void>((sent) => socket.write(text, () => sent()))
  return socket
}

/** Sends bytes as they are, and reads all that comes back. */
async function send(text: string): Promise<string> {
  const socket = await open(text)
  let received = ''
  socket.setEncoding('latin1').on('data', (data) => {
    received += data
  })
  await once(socket, 'close')
  return received
}

const head = (length: number) =>
  `POST /open HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: ${length}\r\n\r\n`

test('a client that leaves in the middle of a post is no error', async () => {
  for (const leave of ['destroy', 'resetAndDestroy', 'end'] as const) {
    const socket = await open(`${head(1000)}{"file":"`)
    // The preview has read what was sent when it responds to a later request.
    await request(sample.preview.url)
    socket.resume()[leave]()
    if (!socket.closed) await once(socket, 'close')
  }
  expect((await request(sample.preview.url)).status).toBe(200)
  expect(sample.errors).toEqual([])
})

test.each([
  'application/json-x',
  'application/jsonp',
  'application/json+x',
  'text/json',
  'application/json, x',
])('%s is not JSON', async (type) => {
  expect((await post('{}', { 'Content-Type': type })).status).toBe(403)
})

test.each(['application/json', 'application/json;charset=utf-8', 'Application/JSON ; charset=utf-8'])(
  '%s is',
  async (type) => {
    expect((await post('{}', { 'Content-Type': type })).status).toBe(400)
  },
)

test.each(['', '{', '{"file":', '\0', '[['.repeat(8000), '{"file":"\ud800"', '"file"'])(
  'malformed JSON %j is a bad request',
  async (body) => {
    expect((await post(body)).status).toBe(400)
  },
)

test.each([16_385, 1_000_000, 5_000_000])('a post of %i bytes is too long', async (length) => {
  const { status, body } = await post('x'.repeat(length))
  expect([status, body]).toEqual([413, 'Too long.\n'])
})

test.each([
  ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
  ['another host', 'GET / HTTP/1.0\r\nHost: evil.example\r\n\r\n', 403],
  ['another origin', `POST /open HTTP/1.0\r\nHost: localhost\r\nOrigin: http://evil.example\r\n\r\n`, 403],
  ['no HTTP', 'EHLO example.org\r\n\r\n', 400],
  ['a length that is none', head(-1), 400],
  ['two lengths', head(2).replace('\r\n\r\n', '\r\nContent-Length: 3\r\n\r\n{}'), 400],
  [
    'headers that are too large',
    `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`,
    431,
  ],
  ['a path that is none', 'GET /email/%E0%A4%A/%00 HTTP/1.0\r\nHost: localhost\r\n\r\n', 404],
])('a request with %s is refused', async (_, text, status) => {
  expect(await send(text)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
})

test('two hundred pages that vanish leave nothing behind', async () => {
  const path = `/events?issue=${encodeURIComponent(sora)}`
  const sockets = await Promise.all(
    Array.from({ length: 200 }, () => open(`GET ${path} HTTP/1.1\r\nHost: localhost\r\n\r\n`)),
  )
  await expect.poll(() => sample.preview.getShownIssue()).toBe(sora)
  for (const socket of sockets) socket.resetAndDestroy()
  await expect.poll(() => sample.preview.getShownIssue()).toBe(undefined)
  await sample.build()
  expect((await request(sample.preview.url)).status).toBe(200)
})
