import type { LeftCss } from './take-declaration.ts'
import { type ToLack, toLacks } from './to-lacks.ts'
import type { Loss } from './to-taken.ts'

/** A mail client that reads one email. */
export interface Reader {
  /** Its platform: `gmail.ios`. */
  client: string
  toLack: ToLack
  /** What it leaves of the `style` attributes that it has read: one stands on many elements. */
  styles: Map<string, LeftCss>
}

/** Notes what was taken from an element; the place is known. */
export type Lose = (loss: Omit<Loss, 'place'>) => void

/** @param client a platform of caniemail */
export function toReader(client: string): Reader {
  return { client, toLack: toLacks(client), styles: new Map() }
}
