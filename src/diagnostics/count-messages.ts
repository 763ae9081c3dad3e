import type { VFile } from 'vfile'
import { createMessageRecords } from './message-records.ts'

export interface MessageCounts {
  errors: number
  warnings: number
}

/** How many errors and warnings there are on some files, each once. */
export function countMessages(files: Iterable<VFile>): MessageCounts {
  const records = createMessageRecords(files)
  return {
    errors: records.filter(({ severity }) => severity === 'error').length,
    warnings: records.filter(({ severity }) => severity === 'warning').length,
  }
}
