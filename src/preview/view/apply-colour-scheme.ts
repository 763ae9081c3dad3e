import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

const query = /\(\s*prefers-color-scheme\s*(?::\s*([a-z-]+)\s*)?\)/gi
const declaration = /(?<![\w-])(color-scheme\s*:\s*)([^;}!]+)/gi

/**
 * Settles whether an email is seen in the dark, whatever the browser's own mode is: what asks for it in `<style>` and in
 * `media` holds or does not, and a `color-scheme` that leaves the choice has made it. An email that says nothing of it
 * stays light, as in browsers.
 */
export function applyColourScheme(document: Root, dark: boolean): void {
  visit(document, 'element', ({ tagName, properties, children }) => {
    const { media, style, name, content } = properties
    if (typeof media === 'string') properties.media = settleQuery(media, dark)
    if (typeof style === 'string') properties.style = settleDeclarations(style, dark)
    if (tagName === 'meta' && /^color-scheme$/i.test(String(name)))
      properties.content = settleValue(String(content ?? ''), dark)
    if (tagName !== 'style') return
    for (const child of children) if (child.type === 'text') child.value = settleSheet(child.value, dark)
  })
}

/** By its text, so that a sheet with mistakes is settled as well. */
function settleSheet(css: string, dark: boolean): string {
  const text = css.replace(/@media[^{;]*/gi, (head) => settleQuery(head, dark))
  return settleDeclarations(text, dark)
}

/** A condition that always holds, or never does, in the stead of the question. */
function settleQuery(media: string, dark: boolean): string {
  return media.replace(query, (_, asked?: string) => {
    const holds = asked === undefined || asked.toLowerCase() === (dark ? 'dark' : 'light')
    return holds ? '(min-width:0)' : '(max-width:-1px)'
  })
}

function settleDeclarations(css: string, dark: boolean): string {
  return css.replace(declaration, (_, start: string, value: string) => start + settleValue(value, dark))
}

/** `light dark` has both and takes the reader's; `dark` alone is dark for everybody. */
function settleValue(value: string, dark: boolean): string {
  const words = value.toLowerCase().split(/\s+/)
  return words.includes('light') && words.includes('dark') ? (dark ? 'dark' : 'light') : value
}
