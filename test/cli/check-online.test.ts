/** `issue check --online` against a real server on this computer; without the flag nothing is ever asked. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { makeNewsletter, noChecks, toIssue } from './newsletter.ts'

async function serve() {
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    response.writeHead(request.url === '/gone' ? 404 : 200).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { asked, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

const config = (setting: string) => ({
  'issue.config.yml': `checks: ${JSON.stringify({ ...JSON.parse(noChecks), 'link-online': setting })}\n`,
  // So that answers are kept in the newsletter, which goes with the test.
  'node_modules/.keep': '',
})

test('asks for each link once, and complains where a dead one stands', async () => {
  const { asked, origin } = await serve()
  const newsletter = makeNewsletter({
    ...config('error'),
    'issues/a.md': toIssue('A', '', `[Here](${origin}/here) and [gone](${origin}/gone).`),
    'issues/b.md': toIssue('B', '', `[Here](${origin}/here)`),
  })
  const offline = await newsletter.issue('check')
  expect({ code: offline.code, asked }).toEqual({ code: 0, asked: [] })

  const { code, stderr } = await newsletter.issue('check', '--online')
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^issues\/a\.md:7:\d+ {2}error {2}Cannot reach `\S+\/gone`: 404 Not Found {2}\(link-online\)$/m,
  )
  expect(stderr).toContain(
    '✗ issues/a.md  1 error\n✓ issues/b.md\nChecked 2 issues: 1 of them ready to send · 1 error',
  )
  expect(asked.sort()).toEqual(['GET /gone', 'HEAD /gone', 'HEAD /here'])

  const again = await newsletter.issue('check', '--online')
  expect(again.code).toBe(1)
  expect(asked).toHaveLength(3)
})

test('fails for a warning when strict, and asks nothing when the check is off', async () => {
  const { asked, origin } = await serve()
  const newsletter = makeNewsletter({
    ...config('warning'),
    'issues/a.md': toIssue('A', '', `[Gone](${origin}/gone)`),
  })
  const mild = await newsletter.issue('check', '--online')
  expect(mild.code).toBe(0)
  expect(mild.stderr).toContain('✓ issues/a.md  1 warning')
  const strict = await newsletter.issue('check', '--online', '--strict')
  expect(strict.code).toBe(1)
  expect(strict.stderr).toContain('✗ issues/a.md  1 warning')
  const before = asked.length
  newsletter.write('issue.config.yml', config('off')['issue.config.yml'])
  newsletter.remove('node_modules')
  expect((await newsletter.issue('check', '--online')).code).toBe(0)
  expect(asked).toHaveLength(before)
})
