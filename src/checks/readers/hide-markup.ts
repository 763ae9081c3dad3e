import { type ReplacedPart, replaceParts } from '../../typeset/replace-parts.ts'
import { noProse } from './passage.ts'

/** Elements whose content is code or not shown. */
const hiddenElement = /<(pre|code|kbd|samp|script|style|textarea)\b/iy

/**
 * Replaces comments, tags, and elements with code by `noProse`, so that the text has the same length.
 * @param html raw HTML, not necessarily well formed
 */
export function hideMarkup(html: string): string {
  const parts: ReplacedPart[] = []
  // What is missing at one place is missing at all that follow, where it is not searched again.
  const missing = new Set<string>()
  for (let at = html.indexOf('<'); at !== -1; ) {
    const end = findMarkupEnd(html, at, missing)
    if (end !== undefined) parts.push({ start: at, end, text: noProse.repeat(end - at) })
    at = html.indexOf('<', end ?? at + 1)
  }
  return replaceParts(html, parts)
}

function findMarkupEnd(html: string, at: number, missing: Set<string>): number | undefined {
  hiddenElement.lastIndex = at
  const name = hiddenElement.exec(html)?.[1]?.toLowerCase()
  if (html.startsWith('<!--', at)) {
    const end = find(/-->/g, html, at + 4, missing)
    if (end !== undefined) return end
  } else if (name !== undefined) {
    const end = find(new RegExp(`</${name}\\s*>`, 'gi'), html, at + 1 + name.length, missing)
    if (end !== undefined) return end
  }
  return find(/>/g, html, at, missing)
}

/** The offset behind the first match of a global pattern from an offset on. */
function find(pattern: RegExp, html: string, from: number, missing: Set<string>): number | undefined {
  if (missing.has(pattern.source)) return undefined
  pattern.lastIndex = from
  const found = pattern.exec(html)
  if (!found) missing.add(pattern.source)
  return found ? found.index + found[0].length : undefined
}
