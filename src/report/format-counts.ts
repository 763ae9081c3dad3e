import type { MessageCounts } from '../diagnostics/count-messages.ts'

/** Formats `2 errors, 1 warning`; empty when there are none. */
export function formatCounts({ errors, warnings }: MessageCounts): string {
  const parts = [
    errors > 0 && formatNumber(errors, 'error'),
    warnings > 0 && formatNumber(warnings, 'warning'),
  ]
  return parts.filter(Boolean).join(', ')
}

/** Formats `1 issue`, `2 issues`. */
export function formatNumber(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
