/**
 * The whole way of the sample newsletter's poll: the issue is built, its pages are served by nginx, a real browser and
 * other programs open them, the server's log is counted, and the next issue renders the results.
 */
import { spawnSync } from 'node:child_process'
import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { build } from '../../src/build.ts'
import { tallyPoll } from '../../src/newsletter/tally-poll.ts'
import { findPageFaults } from '../browser/axe.ts'
import { browserPath, openBrowser } from '../browser/open-browser.ts'
import { findPort, nginxPath, type Server, serve } from './nginx.ts'

const root = mkdtempSync(join(tmpdir(), 'issuepress-loop-'))
const firefox = 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'

const sample = join(import.meta.dirname, '../..')
const news = join(root, 'news')
const issue = '2024-11-28-sora'

/** The newsletter lives on this machine, and without TLS. */
const checks = { 'link-placeholder': 'off', 'link-insecure': 'off' }

/** Requests a URL with some `User-Agent`, from some address: on Linux all of 127/8 is this computer. */
function send(url: string, agent: string, from: string, options: { method?: string; referer?: string } = {}) {
  const { method = 'GET', referer } = options
  return new Promise<number>((resolve, reject) => {
    const headers = { 'user-agent': agent, ...(referer && { referer }) }
    request(url, { method, headers, localAddress: from }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.statusCode ?? 0))
    })
      .on('error', reject)
      .end()
  })
}

describe.skipIf(!nginxPath || !browserPath)('a poll', () => {
  let server: Server
  let browser: Browser
  let url = ''
  let pages: string[] = []

  beforeAll(async () => {
    const port = await findPort()
    url = `http://127.0.0.1:${port}`
    cpSync(join(sample, 'issues'), join(news, 'issues'), { recursive: true })
    const config = parse(readFileSync(join(sample, 'issue.config.yml'), 'utf8'))
    const changed = { ...config, url, target: 'listmonk', polls: { pages: true }, checks }
    writeFileSync(join(news, 'issue.config.json'), JSON.stringify(changed))
    const built = await build({ root: news })
    expect(built.files.flatMap(({ messages }) => messages.map(String))).toEqual([])
    const { polls } = JSON.parse(readFileSync(join(news, 'dist', issue, 'issue.json'), 'utf8'))
    pages = polls[0].options.map((option: { url: string }) => option.url)
    server = await serve(join(news, 'dist'), join(root, 'server'), port)
    browser = await openBrowser()
  })
  afterAll(async () => {
    await server?.stop()
    rmSync(root, { recursive: true, force: true })
  })

  /** The address that the provider makes of an option's, for one subscriber. */
  const toPage = (index: number, id: string) => (pages[index] ?? '').replace('{{ .Subscriber.UUID }}', id)

  test('is voted on in a browser without scripts, by a button', async () => {
    // Without a head it calls itself `HeadlessChrome`, which nobody reads with.
    const userAgent = `Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${browser.version()} Safari/537.36`
    const context = await browser.newContext({ javaScriptEnabled: false, userAgent })
    const page = await context.newPage()
    await page.goto(toPage(0, 'ada'))
    expect(await page.textContent('h1')).toBe('How did you find this edition?')
    await page.getByRole('button', { name: 'Confirm my vote' }).click()
    expect(new URL(page.url()).pathname).toBe(`/vote/${issue}/feedback/loved-it/thanks/`)
    expect(await page.textContent('h1')).toBe('Thank you, your vote counts.')
    await context.close()
  })

  test.each(['light', 'dark'] as const)(
    'has pages that axe-core finds nothing on, in %s mode',
    async (colorScheme) => {
      const page = await browser.newPage({
        colorScheme,
        viewport: { width: 320, height: 640 },
        userAgent: 'axe-core (a test bot)',
      })
      for (const address of [toPage(1, 'axe'), `${toPage(1, 'axe').replace(/\?.*/, '')}thanks/`]) {
        await page.goto(address)
        expect(await findPageFaults(page)).toEqual([])
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
      }
      await page.close()
    },
  )

  test('is not voted on by what opens every link', async () => {
    for (const [index] of pages.entries()) {
      expect(await send(toPage(index, 'eve'), firefox, '127.0.0.2')).toBe(200)
      const thanks = `${toPage(index, 'eve').replace(/\?.*/, '')}thanks/`
      expect(await send(thanks, 'Mozilla/5.0 (compatible; Proofpoint URL Defense)', '127.0.0.3')).toBe(200)
      expect(await send(thanks, firefox, '127.0.0.4', { method: 'HEAD' })).toBe(200)
      expect(await send(thanks, firefox, '127.0.0.5')).toBe(200)
    }
    const curl = spawnSync('curl', [
      '-sL',
      '-o',
      '/dev/null',
      `${url}/vote/${issue}/feedback/loved-it/thanks`,
    ])
    expect(curl.error ?? curl.status).toBe(0)
  })

  test('is counted from the server’s log, and rendered in the next issue', async () => {
    const referer = toPage(2, 'bob')
    expect(await send(`${referer.replace(/\?.*/, '')}thanks/`, firefox, '127.0.0.6', { referer })).toBe(200)
    writeFileSync(join(root, 'access.log'), server.readLog())
    const logs = [join(root, 'access.log')]
    const tally = await tallyPoll({ root: news, issue, poll: 'feedback', logs })
    if ('misconfigured' in tally) throw new Error('misconfigured')
    expect(tally.results.options.map(({ id, votes }) => [id, votes])).toEqual([
      ['loved-it', 1],
      ['it-was-fine', 0],
      ['not-for-me', 1],
    ])
    // Proofpoint 3, HEAD 3, curl 1, axe-core 2; who called itself Firefox and pressed all three buttons is a burst.
    expect(tally.results.leftOut).toEqual({ scanner: 9, burst: 3, replaced: 0 })
    expect(tally.sources[0]).toMatchObject({ unparsed: { count: 0 }, opened: 4 })

    const next = '2024-12-03-two-sums'
    appendFileSync(join(news, 'issues', `${next}.md`), `\n:::poll-results{from="${issue}#feedback"}\n:::\n`)
    const built = await build({ root: news })
    expect(built.outcome).toBe('built')
    const text = readFileSync(join(news, 'dist', next, 'email.txt'), 'utf8')
    expect(text).toContain('How did you find this edition?')
    expect(text).toContain('50% (1)')
    const page = await browser.newPage()
    await page.goto(`${url}/${next}/email.html`)
    expect(await page.getByText('50% (1)').count()).toBe(2)
    await page.close()
  })
})
