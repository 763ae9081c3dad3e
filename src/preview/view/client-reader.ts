import { createFindLack, type FindLack } from './find-lack.ts'
import type { ReducedCss } from './reduce-declaration.ts'
import type { Loss } from './summarize-losses.ts'

/** A mail client for which one email is reduced. */
export interface ClientReader {
  /** Its platform: `gmail.ios`. */
  client: string
  findLack: FindLack
  /** The `style` attributes that are reduced already, since many elements have the same. */
  reducedStyles: Map<string, ReducedCss>
}

/** Records what was removed from an element whose place is known. */
export type RecordLoss = (loss: Omit<Loss, 'place'>) => void

/** @param client a platform of caniemail: `gmail.ios` */
export function createClientReader(client: string): ClientReader {
  return { client, findLack: createFindLack(client), reducedStyles: new Map() }
}
