/** `issue watch` after a build: the preview lists what the cache has, and renders what its page shows. */
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runProgram } from '../../src/commands/run-program.ts'
import type { PageState } from '../../src/preview/page-state.ts'
import { browserPath, openBrowser } from '../browser/open-browser.ts'
import { emailOf } from './in-preview.ts'
import { listenTo } from './request.ts'
import { letter, sora, sums } from './sample.ts'

const checkout = join(import.meta.dirname, '..', '..')
const parent = realpathSync(mkdtempSync(join(tmpdir(), 'issuepress restored ')))
const root = join(parent, 'newsletter')

afterAll(() => rmSync(parent, { recursive: true, force: true }))

/** Runs the command as if it were compiled: from its sources, it caches nothing. */
function run(args: string[], signal: AbortSignal, write: (text: string) => void = () => {}) {
  return runProgram([...args, '--root', root, '--cache-dir', join(parent, 'cache')], {
    ...{ cwd: parent, stdout: { write }, stderr: { write } },
    ...{ environment: { NO_COLOR: '1' }, version: '0.0.0', installation: 'this one', signal, now: Date.now },
    readInput: async () => new Uint8Array(),
  })
}

describe.skipIf(!browserPath)('a preview of issues that were built before', () => {
  test('lists them without rendering them, and renders each that is chosen', async () => {
    for (const part of ['issues', 'issue.config.yml'])
      cpSync(join(checkout, part), join(root, part), { recursive: true })
    const end = new AbortController()
    await run(['build'], end.signal)
    let output = ''
    const ended = run(['watch', '--port', '0'], end.signal, (text) => {
      output += text
    })
    await expect.poll(() => output).toContain('nothing to build')
    const url = /Preview: (\S+)/.exec(output)?.[1] ?? ''
    const events = await listenTo(`${url}/events`)
    const rendered = () => {
      const state: PageState = JSON.parse(events.of('state').at(-1) ?? '{"issues":[]}')
      return state.issues.filter(({ email }) => email !== null).map(({ source }) => source)
    }
    await expect.poll(() => events.of('state').length).toBeGreaterThan(0)
    expect(rendered()).toEqual([])

    const browser = await openBrowser()
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${url}/#${sora}`)
    await emailOf(page).getByText('Welcome to a special edition!').waitFor()
    const list = page.getByRole('navigation', { name: 'Issues' })
    expect(await list.getByRole('link').count()).toBe(4)
    expect(await list.innerText()).toMatch(/Why this arrives at 9:12\s+Ready\s+17 Dec 2024/)
    expect(rendered()).toEqual([sora])

    await list.getByText('Will that model fit').click()
    await expect.poll(() => emailOf(page).locator('h1').innerText()).toContain('Two sums')
    expect(rendered()).toEqual([sums, sora])
    expect(rendered()).not.toContain(letter)
    expect(await page.locator('#state').innerText()).toContain('Ready')
    await browser.close()
    events.close()
    end.abort()
    expect(await ended).toBe(0)
  })
})
