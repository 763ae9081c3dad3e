/** Links to this machine and to private networks are not requested, however they lead there. */
import type { LookupFunction } from 'node:net'
import { VFile } from 'vfile'
import { afterEach, expect, test } from 'vitest'
import { type CheckLinksOptions, checkLinks } from '../../src/network/check-links.ts'
import { createPublicLookup } from '../../src/network/public-lookup.ts'
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

async function report(urls: string[], options: Partial<CheckLinksOptions> = {}): Promise<string[]> {
  const file = new VFile({ path: 'issues/a.md', value: '' })
  const links = urls.map((url, index) => {
    const point = { line: index + 1, column: 1 }
    return { url, level: 'error' as const, at: { file, position: { start: point, end: point } } }
  })
  await checkLinks(links, { version: '1.2.3', now: Date.now, backoffMs: 1, timeoutMs: 5000, ...options })
  return file.messages.map(({ line, fatal, reason }) => `${line} ${fatal ? 'error' : 'warning'}: ${reason}`)
}

/** Resolves names as a DNS server would that belongs to whoever wrote the issue; the last answer is repeated. */
function createResolver(answers: string[][]): LookupFunction & { asked: string[] } {
  const asked: string[] = []
  const lookup: LookupFunction = (host, options, callback) => {
    const addresses = answers[Math.min(asked.length, answers.length - 1)] ?? []
    asked.push(host)
    if (options.all)
      callback(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )
    else callback(null, addresses[0] ?? '', 4)
  }
  return Object.assign(lookup, { asked })
}

test('an address that is written in the link', async () => {
  const server = await start({ '/': status(200) })
  const { port } = new URL(server.origin)
  const urls = [
    `http://127.0.0.1:${port}/`,
    `http://2130706433:${port}/`,
    `http://[::ffff:127.0.0.1]:${port}/`,
    `http://localhost:${port}/`,
    'http://169.254.169.254/latest/meta-data/',
    'https://10.0.0.1/',
  ]
  expect(await report(urls)).toEqual([
    `1 warning: Cannot request \`http://127.0.0.1:${port}/\`: \`127.0.0.1\` is an address of this machine`,
    `2 warning: Cannot request \`http://2130706433:${port}/\`: \`127.0.0.1\` is an address of this machine`,
    `3 warning: Cannot request \`http://[::ffff:127.0.0.1]:${port}/\`: \`::ffff:7f00:1\` is an address of this machine`,
    expect.stringMatching(
      /^4 warning: Cannot request `http:\/\/localhost:\d+\/`: its host is at `(?:127\.0\.0\.1|::1)`, an address of this machine$/,
    ),
    '5 warning: Cannot request `http://169.254.169.254/latest/meta-data/`: `169.254.169.254` is the address of a cloud’s metadata service',
    '6 warning: Cannot request `https://10.0.0.1/`: `10.0.0.1` is an address of a private network',
  ])
  expect(server.requests).toEqual([])
})

test('a name that resolves to such an address, if only among others', async () => {
  const server = await start({ '/': status(200) })
  const { port } = new URL(server.origin)
  const lookup = createResolver([['1.1.1.1', '127.0.0.1']])
  expect(await report([`http://news.example.org:${port}/`], { lookup })).toEqual([
    `1 warning: Cannot request \`http://news.example.org:${port}/\`: its host is at \`127.0.0.1\`, an address of this machine`,
  ])
  expect(lookup.asked).toEqual(['news.example.org'])
  expect(server.requests).toEqual([])
})

test('a connection goes to the address that was checked, and the name is resolved no second time', async () => {
  const lookup = createResolver([['1.1.1.1'], ['127.0.0.1']])
  const connect = createPublicLookup(lookup)
  const resolveOnce = () =>
    new Promise((resolve, reject) =>
      connect('rebinding.example.org', { all: true }, (error, addresses) =>
        error ? reject(error) : resolve(addresses),
      ),
    )
  expect(await resolveOnce()).toEqual([{ address: '1.1.1.1', family: 4 }])
  expect(lookup.asked).toHaveLength(1)
  await expect(resolveOnce()).rejects.toThrow('its host is at `127.0.0.1`, an address of this machine')

  const server = await start({ '/': status(200) })
  const { port } = new URL(server.origin)
  const own = createResolver([['127.0.0.1'], ['127.0.0.2']])
  expect(await report([`http://news.example.org:${port}/`], { lookup: own, allowPrivate: true })).toEqual([])
  expect([own.asked, server.requests]).toEqual([['news.example.org'], ['HEAD /']])
})

test('an address that a link is redirected to, also after another redirect', async () => {
  const inner = await start({ '/': status(200) })
  const { port } = new URL(inner.origin)
  const outer = await start({
    '/number': to(`http://2130706433:${port}/`, 302),
    '/name': to(`http://localhost:${port}/`),
    '/twice': to('/number'),
    '/cloud': to('http://169.254.169.254/'),
  })
  const allowPrivate = ({ origin }: URL) => origin === outer.origin
  const urls = ['number', 'name', 'twice', 'cloud'].map((path) => `${outer.origin}/${path}`)
  const own = `it is redirected to \`http://127.0.0.1:${port}/\`: \`127.0.0.1\` is an address of this machine`
  expect(await report(urls, { allowPrivate })).toEqual([
    `1 warning: Cannot request \`${outer.origin}/number\`: ${own}`,
    expect.stringMatching(
      /^2 warning: Cannot request `\S+\/name`: it is redirected to `http:\/\/localhost:\d+\/`: its host is at `(?:127\.0\.0\.1|::1)`, an address of this machine$/,
    ),
    `3 warning: Cannot request \`${outer.origin}/twice\`: ${own}`,
    `4 warning: Cannot request \`${outer.origin}/cloud\`: it is redirected to \`http://169.254.169.254/\`: \`169.254.169.254\` is the address of a cloud’s metadata service`,
  ])
  expect(inner.requests).toEqual([])
})

test('with `allowPrivate` they are requested', async () => {
  const server = await start({ '/': status(200), '/old': to('/', 302) })
  expect(await report([`${server.origin}/`, `${server.origin}/old`], { allowPrivate: true })).toEqual([])
  expect(server.requests).toContain('HEAD /')
})

test('ports of other protocols and passwords are not used', async () => {
  expect(await report(['http://example.org:25/', 'http://ada:secret@example.org/'])).toEqual([
    '1 warning: Cannot reach `http://example.org:25/`: port 25 is not one of the web',
    '2 warning: Cannot reach `http://ada:secret@example.org/`: it has a user name or a password, which is not sent',
  ])
})
