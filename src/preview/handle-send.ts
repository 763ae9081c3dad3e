import type { IncomingMessage } from 'node:http'
import { readBody } from './handle-open.ts'
import type { PreviewIssue } from './preview-state.ts'
import { type Reply, textReply } from './reply.ts'

/** Sends an issue as a test. */
export interface TestSender {
  findIssue(source: string): PreviewIssue | undefined
  /**
   * Sends an issue to the addresses that the config's `test` names; no request can name others.
   * @returns what became of it, as a sentence
   */
  sendTest?: ((source: string) => Promise<TestResult>) | undefined
}

export interface TestResult {
  isSent: boolean
  text: string
}

/** Sends a test of the issue that the request names. */
export async function handleSend(
  request: IncomingMessage,
  { findIssue, sendTest }: TestSender,
): Promise<Reply> {
  const body = await readBody(request)
  if (body === undefined) return textReply('Too long.\n', 413, { Connection: 'close' })
  const source = parseSendRequest(body)
  if (source === undefined) return textReply('Expected an issue.\n', 400)
  if (!sendTest || !findIssue(source)) return textReply(`\`${source}\` is not an issue to send.`, 404)
  const { isSent, text } = await sendTest(source)
  return textReply(text, isSent ? 200 : 502)
}

function parseSendRequest(body: string): string | undefined {
  try {
    const { issue } = JSON.parse(body)
    return typeof issue === 'string' ? issue : undefined
  } catch {
    return undefined
  }
}
