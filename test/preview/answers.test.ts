/** The responses of the preview's server: the page, the emails in their views, the sources, and nothing else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { request } from './request.ts'
import { openSample, type Sample, sora, sums } from './sample.ts'

let sample: Sample
const at = (path: string) => `${sample.preview.url}${path}`
const email = (source: string, name: string) => at(`/email/${encodeURIComponent(source)}/${name}`)

beforeAll(async () => {
  sample = await openSample()
})
afterAll(async () => {
  expect(sample.errors).toEqual([])
  await sample.close()
})

describe('a response', () => {
  test.each([
    ['/', 'text/html; charset=utf-8', '<!doctype html>'],
    ['/page.js', 'text/javascript; charset=utf-8', 'EventSource'],
    ['/page.css', 'text/css; charset=utf-8', '#0f766e'],
    ['/rules.html', 'text/html; charset=utf-8', 'id="link-insecure"'],
    ['/clients.json', 'application/json; charset=utf-8', '"gmail.ios"'],
    [`/source?file=${sora}`, 'text/plain; charset=utf-8', ':::sponsor{#rundown}'],
  ])('to %s is there', async (path, type, part) => {
    const { status, headers, body } = await request(at(path))
    expect([status, headers['content-type']]).toEqual([200, type])
    expect(body).toContain(part)
  })

  test.each([
    ['view.html', 'text/html; charset=utf-8', 'data-at="issues/2024-11-28-sora.md:11:1"'],
    ['email.html', 'text/plain; charset=utf-8', '<!doctype html>'],
    ['email.txt', 'text/plain; charset=utf-8', 'Three hours when anyone could use Sora\n====='],
    ['email.eml', 'message/rfc822', 'Content-Type: multipart/alternative;'],
    ['issue.md', 'text/plain; charset=utf-8', 'subject: '],
    [
      'removed.json?client=outlook.windows',
      'application/json; charset=utf-8',
      '"feature":"css-border-radius"',
    ],
  ])('has an email’s %s', async (name, type, part) => {
    const { status, headers, body } = await request(email(sora, name))
    expect([status, headers['content-type']]).toEqual([200, type])
    expect(body).toContain(part)
  })

  test('has the message as a download, as the build writes it', async () => {
    const { headers, body } = await request(email(sora, 'email.eml'))
    expect(headers['content-disposition']).toBe("attachment; filename*=UTF-8''2024-11-28-sora.eml")
    expect(body).toBe(sample.read('dist/2024-11-28-sora/email.eml'))
  })

  test('has an email’s pictures, from memory', async () => {
    const { body } = await request(email(sora, 'view.html'))
    const [, name] = /src="(images\/sora-leak\.[^"]+)"/.exec(body) ?? []
    const picture = await request(email(sora, `${name}`))
    expect([picture.status, picture.headers['content-type']]).toEqual([200, 'image/png'])
    expect(picture.body.slice(0, 4)).toBe('\x89PNG')
    expect((await request(email(sums, `${name}`))).status).toBe(404)
  })

  test('runs nothing in an email, and loads nothing but images', async () => {
    const { headers } = await request(email(sora, 'view.html'))
    expect(headers['content-security-policy']).toBe(
      "default-src 'none'; script-src 'none'; img-src * data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; sandbox allow-same-origin",
    )
  })

  test.each(['/', '/page.js', '/nothing', `/source?file=${sora}`])(
    'to %s is not cached, not sniffed, and not for other sites',
    async (path) => {
      const { headers } = await request(at(path))
      expect(headers['cache-control']).toBe('no-store')
      expect(headers['x-content-type-options']).toBe('nosniff')
      expect(headers['cross-origin-resource-policy']).toBe('same-origin')
      expect(headers['content-security-policy']).toMatch(/^default-src 'none'/)
      expect(headers['access-control-allow-origin']).toBeUndefined()
    },
  )

  test('to HEAD has headers only', async () => {
    const [head, whole] = await Promise.all([
      request(at('/page.js'), { method: 'HEAD' }),
      request(at('/page.js')),
    ])
    expect([head.status, head.body, head.headers['content-length']]).toEqual([
      200,
      '',
      String(whole.body.length),
    ])
    expect((await request(at('/nothing'), { method: 'HEAD' })).status).toBe(404)
  })
})

describe('nothing is found', () => {
  test.each([
    '/nothing',
    '/page.ts',
    '/email',
    '/email/',
    `/email/${encodeURIComponent('issues/nothing.md')}/view.html`,
    `/email/${sora}/view.html`,
    `/email/${encodeURIComponent(sora)}/nothing.html`,
    `/email/${encodeURIComponent(sora)}/images/nothing.png`,
    `/email/${encodeURIComponent(sora)}/%E0%A4%A/view.html`,
    '/source',
    '/source?file=',
    '/source?file=issues',
    '/source?file=package.json',
  ])('at %s', async (path) => {
    expect((await request(at('/'), { path })).status).toBe(404)
  })

  test.each([
    '/../../../../etc/passwd',
    '/..%2f..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/source?file=../../../../etc/passwd',
    '/source?file=/etc/passwd',
    '/source?file=issues/../../../../etc/passwd',
    `/email/${encodeURIComponent(sora)}/images/../../../../../etc/passwd`,
    `/email/${encodeURIComponent(sora)}/images%2f..%2f..%2f..%2fetc%2fpasswd`,
    '/email/..%2f..%2fetc/passwd',
    '//etc/passwd',
    '/\0/etc/passwd'.replace('\0', '%00'),
  ])('outside the newsletter, by %s', async (path) => {
    const { status, body } = await request(at('/'), { path })
    expect(status).toBe(404)
    expect(body).not.toContain('root:')
  })

  test('for an unknown client', async () => {
    expect((await request(email(sora, 'view.html?client=pigeon'))).status).toBe(400)
  })
})
