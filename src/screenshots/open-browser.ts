import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import type { Readable, Writable } from 'node:stream'

/** A running browser, spoken to in the Chrome DevTools Protocol (https://chromedevtools.github.io/devtools-protocol/). */
export interface Browser {
  /**
   * Calls a method of the protocol.
   * @param session of the page that it is for; without one it is for the browser
   * @throws {Error} when the browser refuses, or has ended
   */
  send(method: string, params?: object, session?: string): Promise<Record<string, unknown>>
  /** Waits for an event of a page; call it before what causes the event. */
  waitFor(event: string, session: string): Promise<void>
  close(): Promise<void>
}

interface Reply {
  id?: number
  method?: string
  sessionId?: string
  result?: Record<string, unknown>
  error?: { message: string }
}

/** What an email shows is in it: the browser is to request nothing, neither for the email nor for itself. */
const args = [
  '--headless',
  '--remote-debugging-pipe',
  '--host-resolver-rules=MAP * ~NOTFOUND',
  '--proxy-server=socks5://127.0.0.1:9',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-gpu',
  '--hide-scrollbars',
  '--no-first-run',
  '--no-default-browser-check',
  '--font-render-hinting=none',
]

/**
 * Starts Chromium without a window. It is spoken to through pipes, so that no other program of the machine can reach it.
 * @param path the program
 * @throws {Error} when it cannot be started
 */
export async function openBrowser(path: string): Promise<Browser> {
  const profile = await mkdtemp(join(tmpdir(), 'issuepress-browser-'))
  // As root, which is usual in containers, Chromium starts only without its sandbox.
  const isRoot = userInfo().uid === 0
  const all = [...args, `--user-data-dir=${profile}`, ...(isRoot ? ['--no-sandbox'] : []), 'about:blank']
  const child = spawn(path, all, { stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'], windowsHide: true })
  const [, , , input, output] = child.stdio as unknown as [null, null, null, Writable, Readable]
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  const calls = createCalls(input, output)
  child.once('error', (error) => calls.fail(`Cannot start \`${path}\`: ${error.message}`))
  child.once('exit', (code) => calls.fail(`\`${path}\` ended with the code ${code}`))
  return {
    send: calls.send,
    waitFor: calls.waitFor,
    async close() {
      await calls.send('Browser.close').catch(() => child.kill())
      await ended
      await rm(profile, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

/** Matches replies with calls. Each message is JSON and ends with a zero byte. */
function createCalls(input: Writable, output: Readable) {
  const open = new Map<
    number,
    { resolve(result: Record<string, unknown>): void; reject(error: Error): void }
  >()
  const events = new Map<string, () => void>()
  let failure: string | undefined
  let lastId = 0
  let rest = ''

  function receive({ id, method, sessionId, result, error }: Reply): void {
    if (id === undefined) events.get(`${sessionId} ${method}`)?.()
    const call = open.get(id ?? 0)
    open.delete(id ?? 0)
    if (error) call?.reject(new Error(error.message))
    else call?.resolve(result ?? {})
  }

  output.setEncoding('utf8')
  output.on('data', (data: string) => {
    const messages = (rest + data).split('\0')
    rest = messages.pop() ?? ''
    for (const message of messages) receive(JSON.parse(message))
  })
  // The browser's end is reported by its process.
  for (const stream of [input, output]) stream.on('error', () => {})

  return {
    send(method: string, params: object = {}, sessionId?: string): Promise<Record<string, unknown>> {
      if (failure !== undefined) return Promise.reject(new Error(failure))
      const id = ++lastId
      return new Promise((resolve, reject) => {
        open.set(id, { resolve, reject })
        input.write(`${JSON.stringify({ id, method, params, ...(sessionId && { sessionId }) })}\0`)
      })
    },
    waitFor: (event: string, session: string) =>
      new Promise<void>((resolve) => events.set(`${session} ${event}`, resolve)),
    fail(reason: string): void {
      failure ??= reason
      for (const { reject } of open.values()) reject(new Error(failure))
      open.clear()
    },
  }
}
