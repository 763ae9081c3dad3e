import type { VFileMessage } from 'vfile-message'

/** How grave a message is: an error keeps the issue from being written. */
export type Severity = 'error' | 'warning' | 'info'

/** `VFileMessage.fatal`: true, false, or nothing, by severity. */
const fatal: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined }

/** Gives a message a severity, in vfile's way. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = fatal[severity]
}

/** A message's severity, also of one that another tool put on a file. */
export function readSeverity(message: VFileMessage): Severity {
  if (message.fatal === true) return 'error'
  return message.fatal === false ? 'warning' : 'info'
}

const ranks: Record<Severity, number> = { info: 0, warning: 1, error: 2 }

/** Whether the first message is graver than the second. */
export function isMoreSevere(message: VFileMessage, other: VFileMessage): boolean {
  return ranks[readSeverity(message)] > ranks[readSeverity(other)]
}
