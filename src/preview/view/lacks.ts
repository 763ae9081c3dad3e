import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import { findLackingClients } from '../../mail-clients/lacking-clients.ts'

/** Why a client has not got what was written. */
export interface Lack {
  /** The feature's slug. */
  feature: string
  notes: readonly string[]
}

/** Finds the first of some uses that a client lacks; nothing when it has them all, or nobody knows. */
export type FindLack = (uses: readonly FeatureUse[]) => Lack | undefined

/**
 * Asks caniemail's data for one client. What it has in part counts as there, unless a note that `mail-clients/conditions.ts`
 * reads says that it lacks just this.
 * @param client a platform: `gmail.ios`
 */
export function createLacks(client: string): FindLack {
  return (uses) => {
    for (const use of uses) {
      const { lacking, notes } = findLackingClients(use, [client])
      if (lacking.length > 0) return { feature: use.slug, notes }
    }
    return undefined
  }
}
