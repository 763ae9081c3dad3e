/** A tag of Liquid, or what it prints. */
export interface LiquidToken {
  /** `if`, `endfor`, …; `output` for `{{ … }}`. */
  name: string
  /** What follows the name, without white space around it. */
  rest: string
  offset: number
  text: string
}

const token =
  /\{%-?\s*(raw|comment)\s*-?%\}[\s\S]*?\{%-?\s*end\1\s*-?%\}|\{%-?\s*(\w*)([\s\S]*?)-?%\}|\{\{-?([\s\S]*?)-?\}\}/g

/**
 * Finds the tags and outputs of Liquid in a template. Its comments are left out, and so is what `{% raw %}` prints as it is.
 * @param text the template
 */
export function scanLiquid(text: string): LiquidToken[] {
  return [...text.matchAll(token)]
    .filter(([, skipped]) => skipped === undefined)
    .map(({ 0: whole, 2: name = 'output', 3: rest, 4: printed, index }) => ({
      name,
      rest: (rest ?? printed ?? '').trim(),
      offset: index,
      text: whole,
    }))
}
