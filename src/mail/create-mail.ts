import { type ListSettings, neutralUnsubscribe, type Settings } from '../settings.ts'
import { resolveTag } from '../targets/resolve-tag.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { Email, ImageCopy, Issue, Matter } from '../types.ts'
import type { Mail } from './create-eml.ts'
import type { Mailbox } from './format-header.ts'
import { formatHeaderDate } from './format-header-date.ts'

/** The rendered issue that a message is created from. */
export interface MailSource {
  issue: Pick<Issue, 'matter'>
  email: Pick<Email, 'subject' | 'html' | 'text'>
  images: ImageCopy[]
  /** The ESP that the email is for. */
  target: string
}

/**
 * Creates the mail of an issue, with its merge tags and without a recipient.
 * @returns `undefined` when the issue has no sender
 */
export function createMail(
  { issue, email, images, target }: MailSource,
  settings: Settings,
): Mail | undefined {
  const { matter } = issue
  const from = resolveSender(matter)
  if (!from) return undefined
  const { subject, html, text } = email
  return {
    from,
    issue: matter.slug,
    subject,
    date: matter.date === undefined ? undefined : formatHeaderDate(matter.date),
    list: { ...resolveListSettings(settings, target), name: settings.name },
    text,
    html,
    // With a base URL, the HTML refers to images on the web.
    pictures: settings.assets.baseUrl === undefined ? images : [],
  }
}

/**
 * Resolves the sender of an issue.
 * @returns `undefined` without an email address
 */
export function resolveSender({ from }: Pick<Matter, 'from'>): Mailbox | undefined {
  if (from?.email === undefined) return undefined
  return { ...from, email: from.email }
}

/** Replaces the neutral unsubscribe URL with the target's own tag, as in the email. */
function resolveListSettings(settings: Settings, target: string): ListSettings | undefined {
  const { list } = settings
  const { unsubscribe } = list ?? {}
  if (unsubscribe?.url !== neutralUnsubscribe) return list
  const provider = resolveTarget(settings, target)
  const { url: _, ...rest } = unsubscribe
  const url = provider && resolveTag(provider, 'unsubscribe_url')?.bytes.url
  return { ...list, unsubscribe: url ? { ...rest, url } : rest }
}
