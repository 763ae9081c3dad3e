import type { Dialect } from './dialect.ts'
import type { TagForms } from './tag-forms.ts'

/** Reads what tokens stand for. */
export interface TokenReader {
  dialects: readonly Dialect[]
  find(token: string): string | TagForms | undefined
}
