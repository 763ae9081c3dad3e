import { type ListSettings, neutralUnsubscribe, type Settings } from '../settings.ts'
import { resolveTag } from '../targets/resolve-tag.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import type { Email, ImageCopy, Issue, Matter } from '../types.ts'
import type { Mail } from './create-eml.ts'
import type { Mailbox } from './format-header.ts'
import { formatHeaderDate } from './format-header-date.ts'

/** What a message is made of: an issue as it was rendered. */
export interface MailSource {
  issue: Pick<Issue, 'matter'>
  email: Pick<Email, 'subject' | 'html' | 'text'>
  images: ImageCopy[]
  /** The ESP that the email is for. */
  target: string
}

/**
 * An issue's message, with its merge tags, to nobody yet.
 * @returns nothing when nobody is known whom it is from
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
    subject,
    date: matter.date === undefined ? undefined : formatHeaderDate(matter.date),
    list: { ...withTag(settings, target), name: settings.name },
    text,
    html,
    // With an address on the web the HTML names them there.
    pictures: settings.assets.baseUrl === undefined ? images : [],
  }
}

/**
 * Whom an issue is from.
 * @returns nothing without an address
 */
export function resolveSender({ from }: Pick<Matter, 'from'>): Mailbox | undefined {
  if (from?.email === undefined) return undefined
  return { ...from, email: from.email }
}

/** The neutral address to unsubscribe is the target's own tag in a header, too. */
function withTag(settings: Settings, target: string): ListSettings | undefined {
  const { list } = settings
  const { unsubscribe } = list ?? {}
  if (unsubscribe?.url !== neutralUnsubscribe) return list
  const provider = resolveTarget(settings, target)
  const { url: _, ...rest } = unsubscribe
  const url = provider && resolveTag(provider, 'unsubscribe_url')?.bytes.url
  return { ...list, unsubscribe: url ? { ...rest, url } : rest }
}
