import type { VFileMessage } from 'vfile-message'

/** The severity of a message. An issue with an error is not written. */
export type Severity = 'error' | 'warning' | 'info'

/** The values of `VFileMessage.fatal` by severity. */
const fatal: Record<Severity, boolean | undefined> = { error: true, warning: false, info: undefined }

/** Sets the severity of a message, as vfile stores it. */
export function setSeverity(message: VFileMessage, severity: Severity): void {
  message.fatal = fatal[severity]
}

/** The severity of a message, which can be one of another tool. */
export function readSeverity(message: VFileMessage): Severity {
  if (message.fatal === true) return 'error'
  return message.fatal === false ? 'warning' : 'info'
}

const ranks: Record<Severity, number> = { info: 0, warning: 1, error: 2 }

/** Whether the first message is more severe than the second. */
export function isMoreSevere(message: VFileMessage, other: VFileMessage): boolean {
  return ranks[readSeverity(message)] > ranks[readSeverity(other)]
}
