import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { json } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

export interface Comment {
  id: number
  user: { login: string }
  body: string
}

/** Serves the part of GitHub's API that is about comments, as its documentation describes it, on this machine. */
export async function serveGithubApi(comments: Comment[] = []) {
  const requests: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://api.test')
    requests.push(`${request.method} ${request.url}`)
    const reply = (status: number, value: unknown) => response.writeHead(status).end(JSON.stringify(value))
    if (request.headers.authorization !== 'Bearer secret-token')
      return void reply(401, { message: 'Bad credentials' })
    const list = /^\/repos\/ada\/tea\/issues\/7\/comments$/.test(pathname)
    const [, id] = /^\/repos\/ada\/tea\/issues\/comments\/(\d+)$/.exec(pathname) ?? []
    const known = comments.find((comment) => String(comment.id) === id)
    if (list && request.method === 'GET') {
      const size = Number(searchParams.get('per_page') ?? 30)
      const start = (Number(searchParams.get('page') ?? 1) - 1) * size
      return void reply(200, comments.slice(start, start + size))
    }
    const { body } = (await json(request)) as { body: string }
    if (list && request.method === 'POST') {
      const created = { id: comments.length + 1, user: { login: 'github-actions[bot]' }, body }
      comments.push(created)
      return void reply(201, created)
    }
    if (!known || request.method !== 'PATCH') return void reply(404, { message: 'Not Found' })
    known.body = body
    reply(200, known)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => void server.close())
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, comments, requests }
}
