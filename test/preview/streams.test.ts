/** How the preview's server sends events, where it listens, and how it closes. */
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { PageState } from '../../src/preview/page-state.ts'
import { startPreview } from '../../src/preview/start-preview.ts'
import { listenTo, request } from './request.ts'
import { openSample, type Sample, sora, sums } from './sample.ts'

let sample: Sample
const at = (path: string) => `${sample.preview.url}${path}`

beforeAll(async () => {
  sample = await openSample()
})
afterAll(async () => {
  expect(sample.errors).toEqual([])
  await sample.close()
})

describe('events', () => {
  test('bring the state at once, without large data, and again whenever it has changed', async () => {
    const stream = await listenTo(at('/events'))
    expect(stream.headers['content-type']).toBe('text/event-stream; charset=utf-8')
    while (stream.of('building').length === 0) await stream.more()
    const [first] = stream.of('state')
    expect(first).not.toContain('<!doctype')
    const { issues, newsletter } = JSON.parse(first ?? '') as PageState
    expect(newsletter).toBe('The AI Newsroom')
    expect(issues.map(({ source, state }) => `${source} ${state}`)).toEqual([
      'issues/2024-12-17-letter.md ready',
      'issues/2024-12-10-parry-meets-the-doctor.md ready',
      'issues/2024-12-03-two-sums.md ready',
      'issues/2024-11-28-sora.md ready',
    ])
    const state = await sample.build()
    sample.preview.show({ ...state, building: true })
    while (stream.of('building').length < 2) await stream.more()
    expect(stream.of('building')).toEqual(['false', 'true'])
    expect(stream.of('state')).toHaveLength(1)
    sample.preview.show({ ...state, newsletter: 'Another' })
    while (stream.of('state').length < 2) await stream.more()
    stream.close()
    sample.preview.show(state)
  })

  test('go to many pages, and know which issue was opened last', async () => {
    expect(sample.preview.getShownIssue()).toBeUndefined()
    const streams = []
    for (const source of [sora, sums, ''])
      streams.push(await listenTo(at(`/events?issue=${encodeURIComponent(source)}`)))
    expect(sample.preview.getShownIssue()).toBe(sums)
    streams[1]?.close()
    await expect.poll(() => sample.preview.getShownIssue()).toBe(sora)
    for (const stream of streams) stream.close()
    await expect.poll(() => sample.preview.getShownIssue()).toBeUndefined()
  })

  test('are not queued for a page that does not read', async () => {
    const { port } = new URL(sample.preview.url)
    const socket = connect(Number(port), '127.0.0.1').pause()
    socket.write('GET /events HTTP/1.1\r\nHost: localhost\r\n\r\n')
    const reader = await listenTo(at('/events'))
    const state = await sample.build()
    const before = process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed
    for (let round = 0; round < 300; round++) {
      sample.preview.show({ ...state, newsletter: `${round} ${'x'.repeat(200_000)}` })
      await reader.more()
    }
    expect(process.memoryUsage().arrayBuffers + process.memoryUsage().heapUsed - before).toBeLessThan(
      150_000_000,
    )
    let text = ''
    socket.on('data', (chunk) => {
      text = (text + chunk).slice(-1_000_000)
    })
    socket.resume()
    await expect.poll(() => text).toContain('"newsletter":"299 x')
    socket.destroy()
    reader.close()
    sample.preview.show(state)
  })
})

describe('a port', () => {
  const start = (port: number, strictPort = false) =>
    startPreview({
      port,
      strictPort,
      root: '/',
      editor: undefined,
      readSource: () => undefined,
      reportError() {},
    })

  test('that is taken is skipped', async () => {
    const first = await start(0)
    const port = Number(new URL(first.url).port)
    const second = await start(port)
    expect(Number(new URL(second.url).port)).toBeGreaterThan(port)
    await Promise.all([first.close(), second.close()])
  })

  test('that was requested and is taken is wrong usage', async () => {
    const { port } = new URL(sample.preview.url)
    await expect(start(Number(port), true)).rejects.toThrow(
      expect.objectContaining({
        name: 'UsageError',
        message: `Cannot use port ${port}: it is already in use; choose another one with \`--port\``,
      }),
    )
  })

  test('that is taken at the machine’s IPv6 address alone is taken', async () => {
    const other = createServer()
    const isThere = await new Promise((resolve) => {
      other.on('error', () => resolve(false)).listen(0, '::1', () => resolve(true))
    })
    if (!isThere) return
    await expect(start((other.address() as AddressInfo).port, true)).rejects.toThrow('it is already in use')
    other.close()
  })

  test('is not reached from another machine', async () => {
    const { port } = new URL(sample.preview.url)
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? [])
    for (const { address, family, internal } of addresses) {
      if (internal || family !== 'IPv4') continue
      const refused = new Promise((resolve) => {
        connect(Number(port), address)
          .on('error', () => resolve(true))
          .on('connect', () => resolve(false))
      })
      expect(await refused).toBe(true)
    }
  })
})

test('closing ends what is open, at once', async () => {
  const other = await sample.startPreview()
  const streams = await Promise.all([listenTo(`${other.url}/events`), listenTo(`${other.url}/events`)])
  const idle = connect(Number(new URL(other.url).port), '127.0.0.1')
  await new Promise((resolve) => idle.on('connect', resolve))
  const start = performance.now()
  await other.close()
  await Promise.all(streams.map(({ ended }) => ended))
  expect(performance.now() - start).toBeLessThan(1000)
  await expect(request(other.url)).rejects.toThrow('ECONNREFUSED')
})
