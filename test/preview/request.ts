import { type IncomingHttpHeaders, request as send } from 'node:http'

export interface Answer {
  status: number
  headers: IncomingHttpHeaders
  body: string
}

export interface RequestOptions {
  method?: string
  headers?: Record<string, string>
  body?: string
  /** Sent as it is; `fetch` and `URL` would tidy it. */
  path?: string
}

/** Asks a server as no browser would: any path, any headers. */
export function request(
  url: string,
  { method = 'GET', headers, body, path }: RequestOptions = {},
): Promise<Answer> {
  const { hostname, port, pathname, search } = new URL(url)
  return new Promise((resolve, reject) => {
    // An agent would keep connections for later.
    const options = { agent: false, hostname, port, method, headers, path: path ?? `${pathname}${search}` }
    const sent = send(options, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: Buffer.concat(chunks).toString('latin1'),
        }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

export interface Stream {
  /** The data of each event of a name that came so far. */
  of(event: string): string[]
  /** Settles when something more has come. */
  more(): Promise<void>
  /** Settles when the server has ended it. */
  ended: Promise<void>
  headers: IncomingHttpHeaders
  close(): void
}

/** Listens to server-sent events. */
export function listenTo(url: string): Promise<Stream> {
  return new Promise((resolve, reject) => {
    const sent = send(url, (response) => {
      let text = ''
      let wake = () => {}
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        wake()
      })
      const ended = new Promise<void>((end) => response.on('close', end))
      resolve({
        of: (event) =>
          [...text.matchAll(/^event: (.*)\ndata: (.*)\n\n/gm)].flatMap(([, name, data]) =>
            name === event && data !== undefined ? [data] : [],
          ),
        more: () =>
          new Promise((done) => {
            wake = done
          }),
        ended,
        headers: response.headers,
        close: () => sent.destroy(),
      })
      response.on('error', () => {})
    })
    sent.on('error', reject)
    sent.end()
  })
}
