import type { VFile } from 'vfile'
import { toRecords } from './to-records.ts'

export interface MessageCounts {
  errors: number
  warnings: number
}

/** How many errors and warnings there are on some files, each once. */
export function countMessages(files: Iterable<VFile>): MessageCounts {
  const records = toRecords(files)
  return {
    errors: records.filter(({ severity }) => severity === 'error').length,
    warnings: records.filter(({ severity }) => severity === 'warning').length,
  }
}
