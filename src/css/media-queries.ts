export type ColourScheme = 'light' | 'dark'

/** Whether the parameters of an at-rule are the media query for dark mode, and nothing besides. */
export function isDarkQuery(params: string): boolean {
  return /^\(\s*prefers-color-scheme\s*:\s*dark\s*\)$/.test(params)
}

/**
 * The colour schemes in which rules apply on a screen of any size.
 * @param conditions what `enclosingConditions` returns, and the `media` attribute of the `<style>`
 * @returns `undefined` for rules that apply only to some widths, media or clients
 */
export function resolveColourScheme(conditions: readonly string[]): ColourScheme | 'both' | undefined {
  const rest = conditions.filter((condition) => !/^\s*(?:(?:only\s+)?(?:all|screen))?\s*$/i.test(condition))
  if (rest.length === 0) return 'both'
  const isDark = rest.every(
    (condition) =>
      /prefers-color-scheme\s*:\s*dark/i.test(condition) && !/width|print|height|pixel/i.test(condition),
  )
  return isDark ? 'dark' : undefined
}

/**
 * Whether a media query consists of nothing but `screen` or `all` and conditions on width and height, which every
 * client with media queries supports.
 */
export function isPlainMedia(params: string): boolean {
  return params
    .replace(/\(\s*(min-|max-)(width|height)\s*:[^)]*\)/g, '')
    .split(/[\s,()]+/)
    .every((word) => ['', 'screen', 'only', 'and', 'all'].includes(word))
}

/** Whether a style sheet supports dark mode by the property `color-scheme`: `:root { color-scheme: light dark }`. */
export function declaresDarkScheme(css: string): boolean {
  return /color-scheme\s*:[^;}]*dark/.test(css)
}

/**
 * Replaces the colour scheme that CSS asks for by a condition that is always true or never: in the head of each
 * `@media`, and in `color-scheme` declarations that leave the choice to the reader. Works on the text, so that CSS with
 * syntax errors is rewritten as well.
 */
export function replaceColourScheme(css: string, scheme: ColourScheme): string {
  const text = css.replace(/@media[^{;]*/gi, (head) => replaceSchemeQuery(head, scheme))
  return replaceSchemeDeclarations(text, scheme)
}

/** The same in a media query alone, as in the attribute `media`. */
export function replaceSchemeQuery(media: string, scheme: ColourScheme): string {
  const query = /\(\s*prefers-color-scheme\s*(?::\s*([a-z-]+)\s*)?\)/gi
  return media.replace(query, (_, asked?: string) =>
    asked === undefined || asked.toLowerCase() === scheme ? '(min-width:0)' : '(max-width:-1px)',
  )
}

/** The same in declarations alone, as in the attribute `style`. */
export function replaceSchemeDeclarations(css: string, scheme: ColourScheme): string {
  const declaration = /(?<![\w-])(color-scheme\s*:\s*)([^;}!]+)/gi
  return css.replace(
    declaration,
    (_, start: string, value: string) => start + replaceSchemeValue(value, scheme),
  )
}

/** The same in a value of `color-scheme`: `light dark` becomes one of the two, and `dark` alone stays. */
export function replaceSchemeValue(value: string, scheme: ColourScheme): string {
  const words = value.toLowerCase().split(/\s+/)
  return words.includes('light') && words.includes('dark') ? scheme : value
}
