import { type ListSettings, neutralUnsubscribe, type Settings } from '../config/settings.ts'
import type { Email, ImageCopy, Issue, Matter } from '../issue.ts'
import { targets } from '../targets/index.ts'
import { toTag } from '../targets/to-tag.ts'
import type { Mail } from './to-eml.ts'
import { toHeaderDate } from './to-header-date.ts'
import type { Mailbox } from './to-header-text.ts'

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
export function toMail({ issue, email, images, target }: MailSource, settings: Settings): Mail | undefined {
  const { matter } = issue
  const from = toSender(matter)
  if (!from) return undefined
  const { subject, html, text } = email
  return {
    from,
    subject,
    date: matter.date === undefined ? undefined : toHeaderDate(matter.date),
    list: { ...withTag(settings.list, target), name: settings.name },
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
export function toSender({ from }: Pick<Matter, 'from'>): Mailbox | undefined {
  if (from?.email === undefined) return undefined
  return { ...from, email: from.email }
}

/** The neutral address to unsubscribe is the target's own tag in a header, too. */
function withTag(list: ListSettings | undefined, target: string): ListSettings | undefined {
  const { unsubscribe } = list ?? {}
  if (unsubscribe?.url !== neutralUnsubscribe) return list
  const provider = targets[target]
  const { url: _, ...rest } = unsubscribe
  const url = provider && toTag(provider, 'unsubscribe_url')?.bytes.url
  return { ...list, unsubscribe: url ? { ...rest, url } : rest }
}
