import { hasControlCharacter } from '../../control-characters.ts'
import { expectedName, listNames } from '../../diagnostics/list-names.ts'
import { loadTemplates } from '../../files/load-templates.ts'
import { parseAddress } from '../../mailbox/parse-address.ts'
import { isPlainMailbox, plainMailbox } from '../../mailbox/plain-mailbox.ts'
import { listShippedTemplates } from '../../newsletter/resolve-originals.ts'
import type { NewsletterChoices } from '../../scaffold/create-newsletter.ts'
import { targetNames } from '../../targets/index.ts'

/** The choices that are typed, by flags or at prompts. */
export type TypedChoices = Omit<NewsletterChoices, 'version' | 'hasSchedule'>

const validators: { [Key in keyof TypedChoices]: (value: string) => string | undefined } = {
  name: (name) =>
    name.trim() === '' || /[\r\n]/.test(name) || hasControlCharacter(name) ? 'a name on one line' : undefined,
  from(sender) {
    const email = parseAddress(sender)?.email
    if (email === undefined || hasControlCharacter(sender)) return 'a sender such as `Ada <ada@example.com>`'
    return isPlainMailbox(email) ? undefined : plainMailbox
  },
  target: (name) => (targetNames.includes(name) ? undefined : expectedName(name, targetNames)),
  template(name) {
    const names = listTemplates()
    return names.includes(name) ? undefined : listNames(names)
  },
  date: (day) => (isDay(day) ? undefined : 'a day such as `2026-01-06`'),
}

/**
 * Validates one choice.
 * @returns what is expected instead, or nothing if it is fine
 */
export function findExpected(key: keyof TypedChoices, value: string): string | undefined {
  return validators[key](value)
}

/** The names of the templates that a new newsletter can have. */
export function listTemplates(): string[] {
  return listShippedTemplates(loadTemplates())
}

function isDay(text: string): boolean {
  const date = /^\d{4}-\d{2}-\d{2}$/.test(text) ? new Date(`${text}T00:00:00Z`) : undefined
  return date !== undefined && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
}
