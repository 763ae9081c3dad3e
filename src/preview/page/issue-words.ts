import type { PageIssue, PageMessage } from '../page-state.ts'

/** `1 error`, `3 errors`; empty for none. */
export function toCount(count: number, word: string): string {
  return count === 0 ? '' : `${toNumber(count)} ${word}${count === 1 ? '' : 's'}`
}

/** `1 error, 2 warnings`; empty when there are none. */
export function toCounts(messages: readonly PageMessage[]): string {
  const count = (wanted: string) => messages.filter(({ severity }) => severity === wanted).length
  return [toCount(count('error'), 'error'), toCount(count('warning'), 'warning')].filter(Boolean).join(', ')
}

/** An issue's state in a word or two. */
export function toStateWords({ state }: PageIssue): string {
  return {
    ready: 'Ready',
    warnings: 'Warnings',
    errors: 'Errors: not written',
    broken: 'Broken: not written',
  }[state]
}

/** What an issue is called: its subject, else its file. */
export function toName({ email, source }: PageIssue): string {
  return email?.subject || source.slice(source.lastIndexOf('/') + 1)
}

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** `2024-11-28T09:12:00+01:00` → `28 Nov 2024`: the day as it was written, wherever it is read. */
export function toDay(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? date : format.format(day)
}

/** `15,226`. */
export function toNumber(count: number): string {
  return count.toLocaleString('en')
}
