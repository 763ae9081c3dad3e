import { resolve } from 'node:path'
import { listNames } from '../diagnostics/list-names.ts'
import { toRelative } from '../files/paths.ts'
import { UsageError } from '../files/usage-error.ts'
import { createMail } from '../mail/create-mail.ts'
import { formatHeaderDate } from '../mail/format-header-date.ts'
import type { RenderedIssue } from '../newsletter/build-issue.ts'
import { checkNewsletter } from '../newsletter/check-newsletter.ts'
import { renderSample } from '../newsletter/render-sample.ts'
import type { Rendered } from '../render/render.ts'
import { formatPretty } from '../report/format-pretty.ts'
import { wantsColour } from '../report/wants-colour.ts'
import { createTestMail, type TestMail } from '../send/create-test-mail.ts'
import type { Settings } from '../settings.ts'
import { resolveIssueUrl } from '../urls/resolve-link.ts'
import type { Context } from './context.ts'
import { exitCodes } from './exit-codes.ts'
import type { RunFlags } from './flags.ts'
import { parseCount, parseData } from './parse-send-flags.ts'
import { resolveRecipients } from './resolve-recipients.ts'
import { resolveSmtpServer } from './resolve-smtp-server.ts'
import { sendThroughServer } from './send-through-server.ts'

/** The flags of `issue send`, as the command line gives them. */
export interface SendFlags extends Omit<RunFlags, 'reporter' | 'drafts'> {
  to: string[]
  asIs?: boolean
  /** `name=value`, each. */
  data?: string[]
  dryRun?: boolean
  retry: string
  timeout: string
}

/**
 * `issue send <file> --to …`: builds one issue in memory and, if it is sound, sends it to a few addresses as a test.
 * @returns the exit code
 */
export async function sendCommand(file: string, flags: SendFlags, context: Context): Promise<number> {
  const { stderr, environment, signal } = context
  try {
    const recipients = resolveRecipients(flags.to)
    const data = parseData(flags.data ?? [])
    const patience = {
      retries: parseCount('--retry', flags.retry, 0, 10),
      seconds: parseCount('--timeout', flags.timeout, 1, 600),
    }
    const drawn = await drawIssue(file, flags, context)
    if (typeof drawn === 'number') return drawn
    const tests = toTests(await renderSample(drawn), drawn, recipients, {
      data,
      asIs: flags.asIs ?? false,
      now: context.now(),
    })
    tellTarget(drawn.context.newsletter.settings, flags, context)
    tellTags(tests, data, flags, context)
    // Sixteen modules of nodemailer's, which no mistake before this needs.
    const [{ createEml }, { encodeAddress }] = await Promise.all([
      import('../mail/create-eml.ts'),
      import('../mail/format-header.ts'),
    ])
    const messages = await Promise.all(
      tests.map(async ({ mail, to }) => ({
        from: encodeAddress(mail.from.email),
        to: encodeAddress(to),
        message: await createEml(mail),
      })),
    )
    if (flags.dryRun) return printMessage(messages, flags, context)
    if (signal.aborted) return exitCodes.interrupted
    const server = resolveSmtpServer(drawn.context.newsletter.settings.smtp, environment)
    return await sendThroughServer(
      messages,
      server,
      { ...patience, slug: drawn.built.slug, quiet: flags.quiet ?? false, color: flags.color },
      context,
    )
  } catch (error) {
    if (!(error instanceof UsageError)) throw error
    stderr.write(`issue: ${error.message}\n`)
    return exitCodes.usage
  }
}

/** @returns the exit code when there is nothing that may be sent */
async function drawIssue(
  file: string,
  { config, target, strict, quiet, ...flags }: SendFlags,
  { cwd, stderr, environment, signal }: Context,
): Promise<RenderedIssue | number> {
  const root = resolve(cwd, flags.root ?? '.')
  let drawn: RenderedIssue | undefined
  const options = { root, cwd, files: [file], config, target, strict, signal }
  const result = await checkNewsletter(options, {
    web: false,
    onRendered: (issue) => {
      drawn = issue
    },
  })
  const colour = wantsColour(flags.color, environment, stderr)
  const toShownPath = ({ cwd: base, path }: { cwd: string; path: string }) =>
    base === root ? toRelative(cwd, resolve(root, path)) : path
  stderr.write(formatPretty(result.files, { colour, width: stderr.columns, quiet, toShownPath }))
  if (result.outcome === 'interrupted') return exitCodes.interrupted
  if (result.outcome === 'misconfigured') return exitCodes.usage
  if (drawn?.rendered && drawn.built.passes) return drawn
  stderr.write(`Not sent: \`${file}\` has mistakes that would be sent with it.\n`)
  return exitCodes.errors
}

/** One message for each recipient. */
function toTests(
  sample: Rendered,
  { context, built }: RenderedIssue,
  recipients: ReturnType<typeof resolveRecipients>,
  options: { data: Record<string, string>; asIs: boolean; now: number },
): TestMail[] {
  const { settings } = context.newsletter
  const mail = createMail(sample, settings)
  if (!mail) {
    throw new UsageError(
      'Missing a sender: write `from: Ada <ada@example.com>` in the config, or in the front matter',
    )
  }
  const webUrl = settings.url === undefined ? undefined : resolveIssueUrl(settings.url, built.slug)
  // Sent when it is sent, whatever day the issue is for.
  const date = formatHeaderDate(new Date(options.now).toISOString()) ?? ''
  return recipients.map((to) => createTestMail(mail, to, { ...options, settings, webUrl, date }))
}

/** A test has one target's tags, filled in. */
function tellTarget({ target, targets }: Settings, { quiet }: SendFlags, { stderr }: Context): void {
  const others = targets.filter((name) => name !== target)
  if (quiet || others.length === 0) return
  stderr.write(`This is the email for \`${target}\`. For ${listNames(others)}, say \`--target\`.\n`)
}

/** Says which tags were left without a value, and which values without a tag. */
function tellTags(
  tests: TestMail[],
  data: Record<string, string>,
  { quiet }: SendFlags,
  { stderr }: Context,
): void {
  if (quiet) return
  const [test] = tests
  const list = (items: Iterable<string>) => [...items].map((item) => `\`${item}\``).join(', ')
  if (test && test.unknown.size > 0)
    stderr.write(
      `Nothing is known of ${list(test.unknown)}: its name stands in its place. Give it a value with --data.\n`,
    )
  const unused = Object.keys(data).filter((name) => !test?.used.has(name) && !isPartOfName(name, test?.used))
  if (unused.length > 0) stderr.write(`No merge tag of this email asks for ${list(unused)}.\n`)
}

/** A whole name fills in its parts, and the parts the whole. */
function isPartOfName(name: string, used: ReadonlySet<string> | undefined): boolean {
  const parts = ['name', 'first_name', 'last_name']
  return parts.includes(name) && parts.some((part) => part !== name && used?.has(part))
}

function printMessage(
  messages: { to: string; message: Uint8Array }[],
  { quiet }: SendFlags,
  { stdout, stderr }: Context,
): number {
  const [first, ...others] = messages
  // Nothing but ASCII is in it.
  stdout.write(Buffer.from(first?.message ?? []).toString('latin1'))
  if (!quiet) {
    const rest = others.length === 0 ? '' : `; ${others.length} more would go out`
    stderr.write(`Nothing was sent. This is the message to ${first?.to}${rest}.\n`)
  }
  return exitCodes.fine
}
