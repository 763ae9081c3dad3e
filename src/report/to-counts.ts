import type { MessageCounts } from '../messages/count-messages.ts'

/** `2 errors, 1 warning`; empty when there are none. */
export function toCounts({ errors, warnings }: MessageCounts): string {
  const parts = [errors > 0 && toNumber(errors, 'error'), warnings > 0 && toNumber(warnings, 'warning')]
  return parts.filter(Boolean).join(', ')
}

/** `1 issue`, `2 issues`. */
export function toNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
