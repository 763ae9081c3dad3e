import { listNames } from '../../diagnostics/list-names.ts'
import { renderSample } from '../../newsletter/render-issue.ts'
import type { OutgoingMessage } from '../../send/send-message.ts'
import type { Settings } from '../../settings.ts'
import type { Context } from '../context.ts'
import { exitCodes } from '../exit-codes.ts'
import { createMessages, createTestMails } from './create-messages.ts'
import type { SendFlags } from './options.ts'
import { parseData } from './parse-data.ts'
import { printTagNotes } from './print-tag-notes.ts'
import { renderIssueToSend } from './render-issue-to-send.ts'
import { resolveRecipients } from './resolve-recipients.ts'
import { resolveSmtpServer } from './resolve-smtp-server.ts'
import { sendThroughServer } from './send-through-server.ts'

/**
 * `issue send <file> --to …`: renders one issue in memory and, unless it has errors, sends it to a few addresses as a
 * test.
 * @returns the exit code
 * @throws {UsageError} for recipients, data or a server that cannot be used, and when there is no sender
 */
export async function runSend(file: string, flags: SendFlags, context: Context): Promise<number> {
  const { asIs = false, quiet = false, dryRun, retry, timeout, color } = flags
  const recipients = resolveRecipients(flags.to)
  const data = parseData(flags.data ?? [])
  const issue = await renderIssueToSend(file, flags, context)
  if (typeof issue === 'number') return issue
  const { settings } = issue.context.newsletter
  const options = { data, asIs, now: context.now() }
  const tests = createTestMails(await renderSample(issue), issue, recipients, options)
  if (!quiet) {
    printTargetNote(settings, context)
    printTagNotes(tests[0], data, context)
  }
  const messages = await createMessages(tests)
  if (dryRun) {
    printMessage(messages, quiet, context)
    return exitCodes.fine
  }
  if (context.signal.aborted) return exitCodes.interrupted
  const server = resolveSmtpServer(settings.smtp, context.environment)
  const { slug } = issue.built
  return sendThroughServer(
    messages,
    server,
    { retries: retry, seconds: timeout, slug, quiet, color },
    context,
  )
}

function printTargetNote({ target, targets }: Settings, { stderr }: Context): void {
  const others = targets.filter((name) => name !== target)
  if (others.length === 0) return
  stderr.write(`This is the email for \`${target}\`. For ${listNames(others)}, add \`--target\`.\n`)
}

function printMessage(messages: OutgoingMessage[], quiet: boolean, { stdout, stderr }: Context): void {
  const [first, ...others] = messages
  // Messages are ASCII.
  stdout.write(Buffer.from(first?.message ?? []).toString('latin1'))
  if (quiet) return
  const rest = others.length === 0 ? '' : `; ${others.length} more would be sent`
  stderr.write(`Nothing was sent. This is the message to ${first?.to}${rest}.\n`)
}
