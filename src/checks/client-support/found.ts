import type { FeatureUse } from '../../mail-clients/feature-use.ts'
import type { Origin } from '../check.ts'

/** A feature that the finished email uses, and where it was written. */
export interface Found {
  use: FeatureUse
  at: Origin
  /** The author wrote it as HTML; all else is the template's to answer for. */
  isRaw: boolean
  /** Speaks only when this many percent of the clients lack it. */
  share?: number
}
