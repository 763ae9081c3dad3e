import { UsageError } from '../../files/usage-error.ts'
import type { RenderedIssue } from '../../newsletter/build-issue.ts'
import { renderSample } from '../../newsletter/render-issue.ts'
import type { TestResult } from '../../preview/handle-send.ts'
import type { Context } from '../context.ts'
import { createMessages, createTestMails } from '../send/create-messages.ts'
import { resolveRecipients } from '../send/resolve-recipients.ts'
import { resolveSmtpServer } from '../send/resolve-smtp-server.ts'

/** How long to wait for the server, and before the one retry, in milliseconds. */
const timeout = 30_000
const pause = 2000

/**
 * Sends an issue to the addresses of the config's `test`, as `issue send` does.
 * @param issue the issue as it was built last; `undefined` when it was not
 */
export async function sendTest(
  issue: RenderedIssue | undefined,
  { environment, signal, now }: Context,
): Promise<TestResult> {
  if (!issue?.rendered || !issue.built.passes)
    return { isSent: false, text: 'Not sent: fix the errors of this issue first.' }
  const { settings } = issue.context.newsletter
  if (!settings.test)
    return {
      isSent: false,
      text: 'Not sent: write `test: ada@example.com` in the config, with your address.',
    }
  try {
    const recipients = resolveRecipients(settings.test)
    const server = resolveSmtpServer(settings.smtp, environment)
    const options = { data: {}, asIs: false, now: now() }
    const messages = await createMessages(
      createTestMails(await renderSample(issue), issue, recipients, options),
    )
    const { deliver } = await import('../../send/deliver.ts')
    const deliveries = await deliver(messages, server, { retries: 1, pause, timeout, signal })
    const failure = deliveries.find(({ state }) => state !== 'accepted')
    if (failure) return { isSent: false, text: `Not sent to ${failure.to}: ${failure.response}` }
    return { isSent: true, text: `Sent a test to ${deliveries.map(({ to }) => to).join(', ')}.` }
  } catch (error) {
    if (error instanceof UsageError) return { isSent: false, text: `Not sent: ${error.message}` }
    throw error
  }
}
