/** Links are requested over the network: from a server on this computer, and from no other. */
import { setTimeout as sleep } from 'node:timers/promises'
import { VFile } from 'vfile'
import { afterEach, expect, test } from 'vitest'
import { type CheckLinksOptions, checkLinks } from '../../src/network/check-links.ts'
import type { LinkCache } from '../../src/network/link-cache.ts'
import { type Handler, serve, status, type TestServer, to } from './server.ts'

const servers: TestServer[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()))
})

async function start(routes: Record<string, Handler>): Promise<TestServer> {
  const server = await serve(routes)
  servers.push(server)
  return server
}

const noon = Date.UTC(2024, 10, 28, 12)
const quick = { version: '1.2.3', now: () => noon, backoffMs: 1, timeoutMs: 5000, allowPrivate: true }

/** Checks links, one on each line, and formats the messages. */
async function report(
  urls: string[],
  options: Partial<CheckLinksOptions> = {},
  level: 'error' | 'warning' = 'error',
): Promise<string[]> {
  const file = new VFile({ path: 'issues/a.md', value: '' })
  const links = urls.map((url, index) => {
    const point = { line: index + 1, column: 1 }
    return { url, level, at: { file, position: { start: point, end: point } } }
  })
  await checkLinks(links, { ...quick, ...options })
  const severities = new Map([
    [true, 'error'],
    [false, 'warning'],
  ])
  return file.messages.map(
    ({ line, fatal, reason }) => `${line} ${severities.get(fatal as boolean) ?? 'info'}: ${reason}`,
  )
}

const ok = status(200)

test('a link that responds to HEAD is fine, without GET', async () => {
  const server = await start({ '/': ok })
  expect(await report([`${server.origin}/`])).toEqual([])
  expect(server.requests).toEqual(['HEAD /'])
  expect([...server.userAgents]).toEqual(['issuepress/1.2.3 (+https://www.npmjs.com/package/issuepress)'])
})

test.each([400, 403, 404, 405, 501])('after %i for HEAD, a server is requested by GET', async (code) => {
  const server = await start({
    '/': (request, response) => void response.writeHead(request.method === 'HEAD' ? code : 200).end('text'),
  })
  expect(await report([`${server.origin}/`])).toEqual([])
  expect(server.requests).toEqual(['HEAD /', 'GET /'])
})

test('a page that is gone is an error, one that refuses is a warning', async () => {
  const server = await start({ '/gone': status(410), '/closed': status(403), '/odd': status(999) })
  const { origin } = server
  expect(await report([`${origin}/none`, `${origin}/gone`, `${origin}/closed`, `${origin}/odd`])).toEqual([
    `1 error: Cannot reach \`${origin}/none\`: 404 Not Found`,
    `2 error: Cannot reach \`${origin}/gone\`: 410 Gone`,
    `3 warning: Cannot reach \`${origin}/closed\`: 403 Forbidden`,
    `4 warning: Cannot reach \`${origin}/odd\`: 999`,
  ])
  expect(await report([`${origin}/none`], {}, 'warning')).toEqual([
    `1 warning: Cannot reach \`${origin}/none\`: 404 Not Found`,
  ])
})

test('a page that was moved permanently names its new address', async () => {
  const { origin } = await start({
    '/old': to('/new'),
    '/older': to('/old', 308),
    '/new': ok,
    '/login': to('/new', 302),
    '/then': to('/login'),
    '/slash': to('/slash/'),
    '/slash/': ok,
    '/lost': to('/nowhere'),
  })
  const links = ['old', 'older', 'login', 'then', 'slash', 'lost', 'old#part'].map(
    (path) => `${origin}/${path}`,
  )
  expect(await report(links)).toEqual([
    `1 info: Unexpected old address \`${origin}/old\`, expected \`${origin}/new\``,
    `2 info: Unexpected old address \`${origin}/older\`, expected \`${origin}/new\``,
    `4 info: Unexpected old address \`${origin}/then\`, expected \`${origin}/login\``,
    `6 error: Cannot reach \`${origin}/lost\`: 404 Not Found`,
    `7 info: Unexpected old address \`${origin}/old#part\`, expected \`${origin}/new\``,
  ])
})

test('redirects in a circle, or out of the web, are followed no further', async () => {
  const server = await start({ '/loop': to('/loop', 302), '/mail': to('mailto:a@b.org') })
  const { origin } = server
  expect(await report([`${origin}/loop`, `${origin}/mail`])).toEqual([
    `1 warning: Cannot reach \`${origin}/loop\`: more than 5 redirects`,
    `2 warning: Cannot reach \`${origin}/mail\`: it is redirected to \`mailto:a@b.org\``,
  ])
  expect(server.requests.filter((line) => line.startsWith('HEAD /loop'))).toHaveLength(6)
})

test('a server that never responds is given up', async () => {
  const server = await start({ '/': () => {} })
  expect(await report([`${server.origin}/`], { timeoutMs: 1000, retries: 1 })).toEqual([
    `1 warning: Cannot reach \`${server.origin}/\`: no answer within 1 seconds`,
  ])
  expect(server.requests).toEqual(['HEAD /', 'GET /'])
})

test('a body that never ends is not waited for', async () => {
  const server = await start({
    '/': (request, response) => {
      response.writeHead(request.method === 'HEAD' ? 405 : 200).write('and so on')
      if (request.method === 'HEAD') response.end()
    },
  })
  expect(await report([`${server.origin}/`])).toEqual([])
})

test.each([503, 500, 429])('after %i a link is requested again', async (code) => {
  const server = await start({
    '/': (_, response, count) => void response.writeHead(count === 1 ? code : 200).end(),
  })
  expect(await report([`${server.origin}/`])).toEqual([])
  expect(server.requests).toEqual(['HEAD /', 'GET /'])
})

test('a server that stays out of order is a warning', async () => {
  const server = await start({ '/': status(503) })
  expect(await report([`${server.origin}/`], { retries: 2 })).toEqual([
    `1 warning: Cannot reach \`${server.origin}/\`: 503 Service Unavailable`,
  ])
  expect(server.requests).toHaveLength(3)
})

test('the server’s `Retry-After` is followed, in seconds or as a date', async () => {
  const later = (value: string): Handler => {
    return (_, response, count) =>
      void (count === 1 ? response.writeHead(429, { 'retry-after': value }) : response.writeHead(200)).end()
  }
  const date = new Date(noon + 1000).toUTCString()
  const server = await start({ '/now': later('0'), '/soon': later(date), '/tomorrow': later('86400') })
  const { origin } = server
  const urls = [`${origin}/now`, `${origin}/soon`, `${origin}/tomorrow`]
  // A backoff that is longer than the test shows that the server's word counts.
  const messages = await report(urls, { backoffMs: 100_000, maxWaitMs: 5000 })
  expect(messages).toEqual([`3 warning: Cannot reach \`${origin}/tomorrow\`: 429 Too Many Requests`])
  expect(server.requests.filter((line) => line.endsWith('/tomorrow'))).toHaveLength(1)
})

test('a connection that is refused or broken off is a warning', async () => {
  const closed = await serve({})
  await closed.close()
  const { origin } = await start({ '/': (request) => void request.socket.destroy() })
  expect(await report([`${closed.origin}/`, `${origin}/`], { retries: 0 })).toEqual([
    `1 warning: Cannot reach \`${closed.origin}/\`: its host refuses the connection`,
    `2 warning: Cannot reach \`${origin}/\`: its host broke off the connection`,
  ])
})

test('each URL is requested once, at whatever places and with whatever fragments it occurs', async () => {
  const server = await start({ '/a': ok })
  const urls = ['/a', '/a#one', '/a#two', '/none', '/none#x'].map((path) => server.origin + path)
  expect(await report(urls)).toEqual([
    `4 error: Cannot reach \`${server.origin}/none\`: 404 Not Found`,
    `5 error: Cannot reach \`${server.origin}/none#x\`: 404 Not Found`,
  ])
  expect(server.requests.filter((line) => line.startsWith('HEAD'))).toEqual(['HEAD /a', 'HEAD /none'])
})

function createCache(): { cache: CheckLinksOptions['cache']; stored: () => LinkCache } {
  let stored: LinkCache = {}
  const cache = {
    read: async () => stored,
    write: async (next: LinkCache) => {
      stored = next
    },
  }
  return { cache, stored: () => stored }
}

test('lasting responses are cached for a day, the rest are requested again', async () => {
  const server = await start({ '/': ok, '/moved': to('/'), '/shy': status(403) })
  const { cache, stored } = createCache()
  const urls = ['/', '/moved', '/shy', '/none'].map((path) => server.origin + path)
  const first = await report(urls, { cache })
  expect(Object.keys(stored()).sort()).toEqual([urls[0], urls[1], urls[3]].sort())

  server.requests.length = 0
  expect(await report(urls, { cache, now: () => noon + 3_600_000 })).toEqual(first)
  expect(server.requests).toEqual(['HEAD /shy', 'GET /shy'])

  server.requests.length = 0
  expect(await report(urls, { cache, now: () => noon + 86_400_000 })).toEqual(first)
  expect(server.requests).toHaveLength(7)
})

test('so many at once and no more, and two of a host', async () => {
  const slow: Handler = async (_, response) => {
    await sleep(20)
    response.writeHead(200).end()
  }
  const routes = Object.fromEntries(Array.from({ length: 6 }, (_, index) => [`/${index}`, slow]))
  const all = await Promise.all([start(routes), start(routes), start(routes)])
  const urls = all.flatMap(({ origin }) => Object.keys(routes).map((path) => origin + path))
  const done: number[] = []
  await report(urls, { concurrency: 5, onProgress: (progress) => void done.push(progress.done) })
  expect(all.map(({ most }) => most)).toEqual([2, 2, 2])
  expect(done).toEqual(urls.map((_, index) => index + 1))

  const one = await start(routes)
  await report(
    Object.keys(routes).map((path) => one.origin + path),
    { concurrency: 1 },
  )
  expect(one.most).toBe(1)
})

test('a signal aborts it; links without a response are not reported', async () => {
  const controller = new AbortController()
  const server = await start({ '/slow': () => controller.abort() })
  const { origin } = server
  const messages = await report([`${origin}/none`, `${origin}/slow`, `${origin}/later`], {
    concurrency: 1,
    signal: controller.signal,
  })
  expect(messages).toEqual([`1 error: Cannot reach \`${origin}/none\`: 404 Not Found`])
  expect(server.requests.some((line) => line.endsWith('/later'))).toBe(false)
})
