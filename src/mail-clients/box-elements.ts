/**
 * Elements that only say what a part of a page is for. Mail clients show no difference, or drop them (caniemail.com,
 * "HTML5 semantics"), so that a plain `<div>` stands in their place.
 */
export const boxElements: ReadonlySet<string> = new Set(
  'address article aside footer header hgroup main nav search section'.split(' '),
)
