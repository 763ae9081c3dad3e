import type { Mail } from '../mail/create-eml.ts'
import type { Mailbox } from '../mail/format-header.ts'
import type { Settings } from '../settings.ts'
import { resolveTarget } from '../targets/resolve-target.ts'
import { fillTags } from './fill-tags.ts'
import { unmask } from './sample-literals.ts'
import { createSampleValues, type SampleSource } from './sample-values.ts'

export interface TestMailOptions {
  settings: Pick<Settings, 'name' | 'postalAddress' | 'target' | 'customTargets'>
  /** The issue's address in the archive. */
  webUrl: string | undefined
  /** The user's own values for tags. */
  data: SampleSource['data']
  /** Leaves `[test]` out of the subject. */
  asIs: boolean
  /** As formatted by `formatHeaderDate`. */
  date: string
  /** Milliseconds since 1970. */
  now: number
}

export interface TestMail {
  /** The recipient's address. */
  to: string
  mail: Mail
  /** The names of the values that were used. */
  used: Set<string>
  /** Tags without a value. */
  unknown: Set<string>
}

/**
 * Creates the mail for one recipient of a test: merge tags filled in, the subject marked with `[test]`.
 * @param mail text that only looks like a tag is masked (`createSampleLiterals`)
 */
export function createTestMail(mail: Mail, to: Mailbox, options: TestMailOptions): TestMail {
  const { settings, data, webUrl, now, asIs, date } = options
  const values = createSampleValues({
    recipient: to.email,
    newsletter: settings.name,
    postalAddress: settings.postalAddress,
    webUrl,
    subject: mail.subject,
    now,
    data,
  })
  const target = resolveTarget(settings, settings.target)
  const used = new Set<string>()
  const unknown = new Set<string>()
  const fill = (text: string) => {
    const filled = fillTags(text, target, values)
    for (const name of filled.used) used.add(name)
    for (const tag of filled.unknown) unknown.add(tag)
    return unmask(filled.text)
  }
  const { url, mailto, oneClick } = mail.list.unsubscribe ?? {}
  const unsubscribe = mail.list.unsubscribe && { url: url && fill(url), mailto, oneClick }
  const filled: Mail = {
    ...mail,
    to,
    issue: undefined,
    date,
    subject: `${asIs ? '' : '[test] '}${fill(mail.subject)}`,
    text: fill(mail.text),
    html: fill(mail.html),
    list: { ...mail.list, unsubscribe },
  }
  return { to: to.email, mail: filled, used, unknown }
}
