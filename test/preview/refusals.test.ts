/** What the preview's server refuses: it serves a newsletter to its own writer and nobody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { request } from './request.ts'
import { openSample, type Sample, sora } from './sample.ts'

let sample: Sample
const at = (path: string) => `${sample.preview.url}${path}`

beforeAll(async () => {
  sample = await openSample()
})
afterAll(async () => {
  expect(sample.errors).toEqual([])
  await sample.close()
})

describe('a request is refused', () => {
  const open = (headers: Record<string, string>) =>
    request(at('/open'), { method: 'POST', headers, body: JSON.stringify({ file: sora }) })
  const json = { 'Content-Type': 'application/json' }

  test.each([
    'evil.example',
    'evil.example:3333',
    'localhost.evil.example',
    '127.0.0.1.nip.io',
    '192.168.0.2',
  ])('that was sent to the host %s', async (host) => {
    for (const path of ['/', '/events', '/clients.json', '/nothing'])
      expect((await request(at(path), { headers: { Host: host } })).status).toBe(403)
  })

  test.each(['localhost', 'LOCALHOST:1', '127.0.0.1', '[::1]:4000'])('but not to %s', async (host) => {
    expect((await request(at('/'), { headers: { Host: host } })).status).toBe(200)
  })

  test.each(['http://evil.example', 'null', 'https://localhost', 'http://localhost:1'])(
    'that a page of %s sends to open a file',
    async (origin) => {
      expect((await open({ ...json, Origin: origin })).status).toBe(403)
    },
  )

  test('that a browser says is another site’s, or a form’s', async () => {
    expect((await open({ ...json, 'Sec-Fetch-Site': 'same-site' })).status).toBe(403)
    expect((await open({ 'Content-Type': 'text/plain', Origin: sample.preview.url })).status).toBe(403)
  })

  test('that another site’s page makes, except for following a link', async () => {
    const send = (mode: string, site: string) =>
      request(at('/'), { headers: { 'Sec-Fetch-Mode': mode, 'Sec-Fetch-Site': site } })
    expect((await send('no-cors', 'cross-site')).status).toBe(403)
    expect((await send('cors', 'same-site')).status).toBe(403)
    expect((await send('navigate', 'cross-site')).status).toBe(200)
    expect((await send('no-cors', 'same-origin')).status).toBe(200)
  })

  test.each(['PUT', 'DELETE', 'OPTIONS', 'PATCH'])('with the method %s', async (method) => {
    const { status, headers } = await request(at('/'), { method, headers: json })
    expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
  })

  test('with POST, but for opening a file; and with GET for that', async () => {
    expect((await request(at('/'), { method: 'POST', headers: json })).status).toBe(405)
    expect((await request(at('/open'))).headers.allow).toBe('POST')
    expect((await request(at('/send'))).headers.allow).toBe('POST')
  })

  test('that would send a test, from elsewhere, of what is no issue, or where none may be sent', async () => {
    const send = (body: string, headers: Record<string, string> = json) =>
      request(at('/send'), { method: 'POST', headers, body })
    const issue = JSON.stringify({ issue: sora })
    expect((await send(issue, { ...json, Origin: 'http://evil.example' })).status).toBe(403)
    expect((await send(issue, { 'Content-Type': 'text/plain' })).status).toBe(403)
    expect((await send('x'.repeat(20_000))).status).toBe(413)
    for (const body of ['{}', 'null', '{"issue":1}']) expect((await send(body)).status).toBe(400)
    expect((await send(issue)).status).toBe(404)
  })

  test('that is too long, or names no file', async () => {
    const send = (body: string) => request(at('/open'), { method: 'POST', headers: json, body })
    expect((await send('x'.repeat(20_000))).status).toBe(413)
    for (const body of [
      '{}',
      'null',
      '[]',
      '{"file":1}',
      `{"file":"${sora}","line":-1}`,
      `{"file":"${sora}","line":"1;"}`,
    ])
      expect((await send(body)).status).toBe(400)
    for (const file of ['../../etc/passwd', '/etc/passwd', 'package.json', 'issues'])
      expect((await send(JSON.stringify({ file }))).status).toBe(404)
  })
})
