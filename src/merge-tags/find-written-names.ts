/** Filters and functions that decode a text. */
const decoding =
  /(?:\||\(|\{\{-?|\$\w+\s*:?=)\s*(?:url_?(?:un)?(?:decode|escape)|urldecode|un(?:quote|escape)\w*|\w*decode\w*|\w*b64dec|atob|from_?json)\b/i

/**
 * Finds the names that a text gives to parts of itself: `{% capture x %}…`, `{% assign x = "…" %}`, `{{ $x := "…" }}`.
 * What is written there is a text of the issue, whose markup is validated, until a filter decodes it.
 */
export function findWrittenNames(text: string): Set<string> {
  const names = new Set<string>()
  if (!text.includes('{')) return names
  for (const [, name = ''] of text.matchAll(/\{%-?\s*(?:capture|macro)\s+["']?([\w.-]+)/g)) names.add(name)
  const assigned =
    /(?:\{%-?\s*(?:assign|set)\s+|\{\{-?\s*\$)([\w.-]+)(?:\s*:?=\s*(["'`]?)|\s*-?%\})\$?([\w.-]*)/g
  for (const [, name = '', quote = '', from] of text.matchAll(assigned))
    if (quote || from === undefined || from === '' || names.has(from)) names.add(name)
  return names
}

/**
 * Finds a filter that decodes a text with one of these names.
 * @returns the filter, as it is written
 */
export function findDecodedName(inner: string, names: ReadonlySet<string>): string | undefined {
  if (names.size === 0) return undefined
  const value = inner.replace(/^[-~]?\s*(?:assign|set)\s+[\w.-]+\s*=|^[-~]?\s*\$\w+\s*:?=/, '=')
  const found = decoding.exec(`{{${value}`)?.[0]
  if (found === undefined) return undefined
  const words = value.match(/[\w.-]+/g) ?? []
  return words.some((word) => names.has(word)) ? found.replace(/^[|({$\w\s:=-]*?(?=\w+$)/, '') : undefined
}
