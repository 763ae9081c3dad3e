import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { findLackingClients } from '../../mail-clients/lacking-clients.ts'

/** A feature that a client lacks. */
export interface Lack {
  /** The feature's slug in caniemail's data. */
  feature: string
  /** caniemail's notes on why the client lacks it. */
  notes: readonly string[]
}

/** Finds the first of some uses that a client lacks; `undefined` when it supports all of them, or was not tested. */
export type FindLack = (uses: readonly FeatureUse[]) => Lack | undefined

/**
 * Looks up one client in caniemail's data. A feature with partial support counts as supported, unless one of the notes
 * in `mail-clients/conditions.ts` excludes the use.
 */
export function createFindLack(client: string): FindLack {
  return (uses) => {
    for (const use of uses) {
      const { lacking, notes } = findLackingClients(use, [client])
      if (lacking.length > 0) return { feature: use.slug, notes }
    }
    return undefined
  }
}
