/**
 * Sectioning elements, which only describe the purpose of a part of the page. Mail clients render them as a `<div>` or
 * remove them (caniemail.com, "HTML5 semantics"), so that a `<div>` replaces them.
 */
export const boxElements: ReadonlySet<string> = new Set(
  'address article aside footer header hgroup main nav search section'.split(' '),
)
