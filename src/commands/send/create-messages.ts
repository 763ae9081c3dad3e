import { UsageError } from '../../files/usage-error.ts'
import { createMail } from '../../mail/create-mail.ts'
import type { Mailbox } from '../../mail/format-header.ts'
import { formatHeaderDate } from '../../mail/format-header-date.ts'
import type { RenderedIssue } from '../../newsletter/build-issue.ts'
import type { Rendered } from '../../render/render.ts'
import { createTestMail, type TestMail } from '../../send/create-test-mail.ts'
import type { OutgoingMessage } from '../../send/send-message.ts'
import { resolveIssueUrl } from '../../urls/resolve-link.ts'

export interface TestMailOptions {
  /** Values for merge tags, by their names. */
  data: Record<string, string>
  /** Leaves `[test]` out of the subject. */
  asIs: boolean
  /** Milliseconds since 1970. */
  now: number
}

/**
 * Creates one mail for each recipient.
 * @param sample the issue, rendered for a test
 * @throws {UsageError} when the newsletter has no sender
 */
export function createTestMails(
  sample: Rendered,
  { context, built }: RenderedIssue,
  recipients: Mailbox[],
  options: TestMailOptions,
): TestMail[] {
  const { settings } = context.newsletter
  const mail = createMail(sample, settings)
  if (!mail) {
    throw new UsageError(
      'Missing a sender: write `from: Ada <ada@example.com>` in the config, or in the front matter',
    )
  }
  const webUrl = settings.url === undefined ? undefined : resolveIssueUrl(settings.url, built.slug)
  // The time of sending, whatever the issue's date is.
  const date = formatHeaderDate(new Date(options.now).toISOString()) ?? ''
  return recipients.map((to) => createTestMail(mail, to, { ...options, settings, webUrl, date }))
}

/** Composes the messages as they are sent. */
export async function createMessages(tests: TestMail[]): Promise<OutgoingMessage[]> {
  // Loaded here, since usage errors before this point should not load nodemailer's sixteen modules.
  const [{ createEml }, { encodeAddress }] = await Promise.all([
    import('../../mail/create-eml.ts'),
    import('../../mail/format-header.ts'),
  ])
  return Promise.all(
    tests.map(async ({ mail, to }) => ({
      from: encodeAddress(mail.from.email),
      to: encodeAddress(to),
      message: await createEml(mail),
    })),
  )
}
