import { foreignElements, rawTextElements } from '../parse/html-elements.ts'
import { type HtmlPart, scanHtml } from '../parse/scan-html.ts'

/** Finds the tags in a template, without those inside of scripts, styles, pictures in SVG and formulas. */
export function findParts(markup: string): HtmlPart[] {
  const parts: HtmlPart[] = []
  let opaque: string | undefined
  for (const part of scanHtml(markup)) {
    const { kind, name, text } = part
    if (opaque !== undefined && !(kind === 'end' && name === opaque)) continue
    const isForeign = foreignElements.has(name) && !text.endsWith('/>')
    opaque = kind === 'start' && (rawTextElements.has(name) || isForeign) ? name : undefined
    parts.push(part)
  }
  return parts
}
