import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { findLackingClients } from '../../mail-clients/lacking-clients.ts'
import type { ReducedCss } from './reduce-declaration.ts'
import type { Loss } from './summarize-losses.ts'

/** A feature that a client lacks. */
export interface Lack {
  /** The feature's slug in caniemail's data. */
  feature: string
  /** caniemail's notes on why the client lacks it. */
  notes: readonly string[]
}

/** Finds the first of some uses that a client lacks; `undefined` when it supports all of them, or was not tested. */
export type FindLack = (uses: readonly FeatureUse[]) => Lack | undefined

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

/**
 * Looks up one client in caniemail's data. A feature with partial support counts as supported, unless one of the notes
 * in `mail-clients/conditions.ts` excludes the use.
 */
function createFindLack(client: string): FindLack {
  return (uses) => {
    for (const use of uses) {
      const { lacking, notes } = findLackingClients(use, [client])
      if (lacking.length > 0) return { feature: use.slug, notes }
    }
    return undefined
  }
}
