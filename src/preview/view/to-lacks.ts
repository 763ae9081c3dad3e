import { toLacking } from '../../clients/to-lacking.ts'
import type { Use } from '../../clients/use.ts'

/** Why a client has not got what was written. */
export interface Lack {
  /** The feature's slug. */
  feature: string
  notes: readonly string[]
}

/** Finds the first of some uses that a client lacks; nothing when it has them all, or nobody knows. */
export type ToLack = (uses: readonly Use[]) => Lack | undefined

/**
 * Asks caniemail's data for one client. What it has in part counts as there, unless a note that `clients/conditions.ts`
 * reads says that it lacks just this.
 * @param client a platform: `gmail.ios`
 */
export function toLacks(client: string): ToLack {
  return (uses) => {
    for (const use of uses) {
      const { lacking, notes } = toLacking(use, [client])
      if (lacking.length > 0) return { feature: use.slug, notes }
    }
    return undefined
  }
}
