import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import type { Origin } from '../check.ts'

/** A use of a feature in the finished email, and the place where it was written. */
export interface Found {
  use: FeatureUse
  at: Origin
  /** Whether the author wrote it as HTML; the template's `enhancements` do not apply to it. */
  isRaw: boolean
  /** Reported only when at least this many percent of the clients lack it. */
  share?: number
}
