/** A feature that something in an email uses. */
export interface FeatureUse {
  /** The feature's slug in caniemail's data. */
  slug: string
  /** How a message names what was written, in backticks: `` `position: absolute` ``. */
  words: string
  /** What was written, for notes that say what of the feature is lacking; see `conditions.ts`. In lower case. */
  value: string
  /** The element it applies to, where that is known. */
  tagName?: string
  /** What it stands in, `<style>` and at-rules: who lacks one of those is not counted again for what is in it. */
  within?: readonly FeatureUse[]
  /** It is meant for these platforms alone: `[data-ogsc]`, which only Outlook sets. */
  only?: readonly string[]
}
