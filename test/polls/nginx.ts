import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** nginx is not on everybody's path; and only Linux has a whole 127/8 of addresses to call from. */
const found =
  process.platform === 'linux'
    ? ['nginx', '/usr/sbin/nginx'].find((name) => spawnSync(name, ['-v']).status === 0)
    : undefined

/** The system's nginx. With `ISSUEPRESS_REQUIRE_BROWSER` set, as in CI, not finding one is an error. */
export const nginxPath: string | undefined = found

if (!found) {
  const advice = 'No nginx found: install it (Debian: apt-get install nginx-light). It wants Linux.'
  if (process.env.ISSUEPRESS_REQUIRE_BROWSER) throw new Error(advice)
  console.warn(`\n  THE TEST WITH A REAL WEB SERVER IS SKIPPED. ${advice}\n`)
}

export interface Server {
  /** What it has logged so far, in its own `combined` format. */
  readLog(): string
  stop(): Promise<void>
}

/** A port that nobody listens on. */
export function findPort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

/**
 * Serves a folder on this machine.
 * @param folder what is served
 * @param scratch where the server's own files go
 */
export async function serve(folder: string, scratch: string, port: number): Promise<Server> {
  mkdirSync(scratch, { recursive: true })
  const path = (name: string) => join(scratch, name)
  writeFileSync(path('nginx.conf'), toConfig(folder, scratch, port))
  const args = ['-p', scratch, '-e', path('error.log'), '-c', path('nginx.conf')]
  const server: ChildProcess = spawn(nginxPath ?? '', args, { stdio: 'inherit' })
  const ended = new Promise<void>((resolve) => void server.once('exit', () => resolve()))
  await waitFor(`http://127.0.0.1:${port}/is-it-there`, server)
  return {
    readLog: () => readFileSync(path('access.log'), 'utf8'),
    async stop() {
      server.kill('SIGTERM')
      await ended
    },
  }
}

async function waitFor(url: string, server: ChildProcess): Promise<void> {
  while (server.exitCode === null) {
    const response = await fetch(url).catch(() => undefined)
    if (response) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`nginx ended with ${server.exitCode}`)
}

function toConfig(folder: string, scratch: string, port: number): string {
  const own = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
    .map((name) => `  ${name}_temp_path ${join(scratch, name)};`)
    .join('\n')
  // As root it would serve as somebody who may not look into a temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;\n' : ''
  return `${user}daemon off;
worker_processes 1;
pid ${join(scratch, 'nginx.pid')};
events {}
http {
${own}
  types { text/html html; }
  access_log ${join(scratch, 'access.log')} combined;
  server {
    listen 127.0.0.1:${port};
    root ${folder};
    absolute_redirect off;
  }
}
`
}
