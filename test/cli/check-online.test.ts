/** `issue check --online` against a real server on this computer; without the flag nothing is requested. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { makeNewsletter, noChecks, toIssue } from './newsletter.ts'

async function serve() {
  const requested: string[] = []
  const server = createServer((request, response) => {
    requested.push(`${request.method} ${request.url}`)
    response.writeHead(request.url === '/gone' ? 404 : 200).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { requested, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const config = (setting: string) => ({
  'issue.config.yml': `checks: ${JSON.stringify({ ...JSON.parse(noChecks), 'link-online': setting })}\n`,
  // So that responses are cached in the newsletter's folder, which is removed after the test.
  'node_modules/.keep': '',
})

test('requests each link once, and reports the places of dead ones', async () => {
  const { requested, origin } = await serve()
  const newsletter = makeNewsletter({
    ...config('error'),
    'issues/a.md': toIssue('A', '', `[Here](${origin}/here) and [gone](${origin}/gone).`),
    'issues/b.md': toIssue('B', '', `[Here](${origin}/here)`),
  })
  const offline = await newsletter.issue('check')
  expect({ code: offline.code, requested }).toEqual({ code: 0, requested: [] })

  const { code, stderr } = await newsletter.issue('check', '--online', '--online-private')
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^issues\/a\.md:7:\d+ {2}error {2}Cannot reach `\S+\/gone`: 404 Not Found {2}\(link-online\)$/m,
  )
  expect(stderr).toContain(
    '✗ issues/a.md  1 error\n✓ issues/b.md\nChecked 2 issues: 1 of them ready to send · 1 error',
  )
  expect(requested.sort()).toEqual(['GET /gone', 'HEAD /gone', 'HEAD /here'])

  const again = await newsletter.issue('check', '--online', '--online-private')
  expect(again.code).toBe(1)
  expect(requested).toHaveLength(3)
})

test('fails for a warning when strict, and requests nothing when the check is off', async () => {
  const { requested, origin } = await serve()
  const newsletter = makeNewsletter({
    ...config('warning'),
    'issues/a.md': toIssue('A', '', `[Gone](${origin}/gone)`),
  })
  const lenient = await newsletter.issue('check', '--online', '--online-private')
  expect(lenient.code).toBe(0)
  expect(lenient.stderr).toContain('✓ issues/a.md  1 warning')
  const strict = await newsletter.issue('check', '--online', '--online-private', '--strict')
  expect(strict.code).toBe(1)
  expect(strict.stderr).toContain('✗ issues/a.md  1 warning')
  const before = requested.length
  newsletter.write('issue.config.yml', config('off')['issue.config.yml'])
  newsletter.remove('node_modules')
  expect((await newsletter.issue('check', '--online', '--online-private')).code).toBe(0)
  expect(requested).toHaveLength(before)
})

test('requests nothing of this machine without `--online-private`, which implies `--online`', async () => {
  const { requested, origin } = await serve()
  const newsletter = makeNewsletter({
    ...config('error'),
    'issues/a.md': toIssue('A', '', `[Here](${origin}/here)`),
  })
  const { code, stderr } = await newsletter.issue('check', '--online')
  expect({ code, requested }).toEqual({ code: 0, requested: [] })
  expect(stderr).toMatch(
    /^issues\/a\.md:7:\d+ {2}warning {2}Cannot request `\S+\/here`: `127\.0\.0\.1` is an address of this machine {2}\(link-online\)$/m,
  )
  expect((await newsletter.issue('check', '--online-private')).stderr).not.toContain('link-online')
  expect(requested).toEqual(['HEAD /here'])
})
