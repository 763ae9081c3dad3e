/** A use of a feature in an email. */
export interface FeatureUse {
  /** The feature's slug in caniemail's data. */
  slug: string
  /** The use as messages name it, with backticks: `` `position: absolute` ``. */
  words: string
  /** The CSS or HTML in lower case, which `conditions.ts` tests. */
  value: string
  /** The element that it applies to, when it is known. */
  tagName?: string
  /** The uses of the `<style>` and the at-rules around it. A client that lacks one of these does not lack this use as well. */
  within?: readonly FeatureUse[]
  /** The platforms that it is meant for, when it is not for all: `[data-ogsc]` is set by Outlook alone. */
  only?: readonly string[]
}
