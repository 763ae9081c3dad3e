import type { IncomingMessage } from 'node:http'
import type { OpenRequest } from './page-state.ts'
import { type Reply, textReply } from './reply.ts'

/** The maximum size of a request, in bytes: a path and two numbers. */
const maxBytes = 16_384

/** How much of a request that is too long is read and discarded, in bytes: few clients read a response before they have sent all. */
const maxDiscarded = 10_000_000

export interface Opener {
  readSource(path: string): string | undefined
  openEditor(request: OpenRequest): Promise<string | undefined>
}

/** Opens a file in the editor; only files of the newsletter are allowed. */
export async function handleOpen(
  request: IncomingMessage,
  { readSource, openEditor }: Opener,
): Promise<Reply> {
  const body = await readBody(request)
  if (body === undefined) return textReply('Too long.\n', 413, { Connection: 'close' })
  const place = parseOpenRequest(body)
  if (!place) return textReply('Expected a file, a line and a column.\n', 400)
  if (readSource(place.file) === undefined)
    return textReply(`\`${place.file}\` is not a file of this newsletter.`, 404)
  const failure = await openEditor(place)
  return failure === undefined ? textReply('', 200) : textReply(failure, 502)
}

/**
 * Reads the body of a request.
 * @returns `undefined` when it is too long
 */
export async function readBody(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > maxDiscarded) return undefined
    if (length <= maxBytes) chunks.push(chunk)
  }
  return length > maxBytes ? undefined : Buffer.concat(chunks).toString()
}

function parseOpenRequest(body: string): OpenRequest | undefined {
  try {
    const { file, line = null, column = null } = JSON.parse(body)
    return typeof file === 'string' && isCount(line) && isCount(column) ? { file, line, column } : undefined
  } catch {
    return undefined
  }
}

function isCount(value: unknown): boolean {
  return value === null || (Number.isSafeInteger(value) && Number(value) > 0)
}
