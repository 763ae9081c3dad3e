import type { PageIssue, PageMessage } from '../page-state.ts'

/** Formats `1 error`, `3 errors`; empty for none. */
export function formatCount(count: number, word: string): string {
  return count === 0 ? '' : `${formatNumber(count)} ${word}${count === 1 ? '' : 's'}`
}

/** Formats `1 error, 2 warnings`; empty when there are none. */
export function formatCounts(messages: readonly PageMessage[]): string {
  const count = (wanted: string) => messages.filter(({ severity }) => severity === wanted).length
  return [formatCount(count('error'), 'error'), formatCount(count('warning'), 'warning')]
    .filter(Boolean)
    .join(', ')
}

/** Formats an issue's state. */
export function formatState({ state }: PageIssue): string {
  return {
    ready: 'Ready',
    warnings: 'Warnings',
    errors: 'Errors: not written',
    broken: 'Broken: not written',
  }[state]
}

/** The issue's subject, or its file name if it has none. */
export function formatName({ email, restored, source }: PageIssue): string {
  return (email ?? restored)?.subject || source.slice(source.lastIndexOf('/') + 1)
}

const format = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** Formats `2024-11-28T09:12:00+01:00` as `28 Nov 2024`: the day as written, whatever the local time zone. */
export function formatDay(date: string): string {
  const day = new Date(`${date.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(day.getTime()) ? date : format.format(day)
}

/** Formats `15,226`. */
export function formatNumber(count: number): string {
  return count.toLocaleString('en')
}
