import type { Settings } from '../config/settings.ts'
import type { Email, ImageCopy, Issue, Matter } from '../issue.ts'
import type { Mail } from './to-eml.ts'
import { toHeaderDate } from './to-header-date.ts'
import type { Mailbox } from './to-header-text.ts'

/** What a message is made of: an issue as it was rendered. */
export interface MailSource {
  issue: Pick<Issue, 'matter'>
  email: Pick<Email, 'subject' | 'html' | 'text'>
  images: ImageCopy[]
}

/**
 * An issue's message, with its merge tags, to nobody yet.
 * @returns nothing when nobody is known whom it is from
 */
export function toMail({ issue, email, images }: MailSource, settings: Settings): Mail | undefined {
  const { matter } = issue
  const from = toSender(matter)
  if (!from) return undefined
  const { subject, html, text } = email
  return {
    from,
    subject,
    date: matter.date === undefined ? undefined : toHeaderDate(matter.date),
    list: { ...settings.list, name: settings.name },
    text,
    html,
    // With an address on the web the HTML names them there.
    pictures: settings.assets.baseUrl === undefined ? images : [],
  }
}

/**
 * Whom an issue is from.
 * @returns nothing without an address, or with one that needs SMTPUTF8 (RFC 6531), which few servers speak
 */
export function toSender({ from }: Pick<Matter, 'from'>): Mailbox | undefined {
  if (from?.email === undefined || /[^\x21-\x7e].*@/.test(from.email)) return undefined
  return { ...from, email: from.email }
}
