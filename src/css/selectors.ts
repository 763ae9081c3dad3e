import type { Rule } from 'postcss'

/**
 * Splits a list of selectors at its commas. Commas in brackets, strings and arguments do not count; arguments may be
 * nested once: `:not(:is(a, b))`.
 */
export function splitSelectors(list: string): string[] {
  const parts = list.match(/(?:\[[^\]]*\]|\((?:[^()]|\([^()]*\))*\)|"[^"]*"|'[^']*'|[^,])+/g) ?? []
  return parts.map((part) => part.trim()).filter((part) => part !== '')
}

/**
 * The name of the element that a selector matches, in lower case: `td` for `.data tr > td.long`.
 * @returns `undefined` when the selector's last part does not begin with an element's name
 */
export function subjectTagName(selector: string): string | undefined {
  return /(?:^|[\s>+~])([a-z][a-z0-9]*)(?:[.#:[][^\s>+~]*)?$/i.exec(selector.trim())?.[1]?.toLowerCase()
}

/** The part of a selector behind its last combinator: `td.long` for `.data tr > td.long`. */
export function lastCompound(selector: string): string {
  const compounds = selector.trim().split(/[\s>+~]+/)
  return compounds.at(-1) ?? ''
}

/**
 * A class that every element has which a selector matches: `long` for `.data tr > td.long`.
 * @returns empty when the selector's last part has no class, and for a selector of more than elements, classes, ids and
 * combinators
 */
export function subjectClass(selector: string): string {
  const [, name = ''] = /\.([\w-]+)/.exec(lastCompound(selector)) ?? []
  return isPlain(selector) ? name : ''
}

/**
 * The name that every element has which a selector matches, in lower case: `td` for `.data tr > td.long`.
 * @returns `undefined` when elements of several names can match, and for a selector of more than elements, classes, ids and
 * combinators
 */
export function requiredTagName(selector: string): string | undefined {
  return isPlain(selector) ? subjectTagName(selector) : undefined
}

/** Whether a selector consists of nothing but elements, classes, ids and combinators. */
function isPlain(selector: string): boolean {
  return /^[\w\s.#>+~-]+$/.test(selector)
}

/**
 * A selector's specificity (Selectors Level 4, section 17): the number of ids, of classes, attributes and
 * pseudo-classes, and of elements. Compare the numbers in this order.
 */
export function specificity(selector: string): number[] {
  const text = selector.replace(/:(?:not|is|has)\(/g, ' ')
  const count = (pattern: RegExp) => (text.match(pattern) ?? []).length
  return [
    count(/#[\w-]+/g),
    count(/\.[\w-]+|\[[^\]]*\]|:(?!:)[a-z-]+/g),
    count(/(?:^|[\s>+~,(])[a-z][\w-]*/gi),
  ]
}

/** Whether a rule is a step of `@keyframes` (`from`, `50%`), whose name is not a selector. */
export function isKeyframe({ parent }: Rule): boolean {
  return parent?.type === 'atrule' && 'name' in parent && /keyframes$/i.test(String(parent.name))
}
