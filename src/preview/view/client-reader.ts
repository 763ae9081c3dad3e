import { createLacks, type FindLack } from './lacks.ts'
import type { LeftCss } from './reduce-declaration.ts'
import type { Loss } from './summarize-losses.ts'

/** A mail client that reads one email. */
export interface ClientReader {
  /** Its platform: `gmail.ios`. */
  client: string
  toLack: FindLack
  /** What it leaves of the `style` attributes that it has read: one stands on many elements. */
  styles: Map<string, LeftCss>
}

/** Notes what was taken from an element; the place is known. */
export type Lose = (loss: Omit<Loss, 'place'>) => void

/** @param client a platform of caniemail */
export function createClientReader(client: string): ClientReader {
  return { client, toLack: createLacks(client), styles: new Map() }
}
