import { splitStrings } from './split-strings.ts'

/** A value in a tag, or a filter that changes it: `"a"`, `replace: "b", "c"`. */
export interface Filter {
  /** The name of a filter or a function, in small letters; empty for a value. */
  name: string
  strings: string[]
}

/**
 * Splits the text of a tag into its value and the filters behind it. A method is a filter as well: `"a".replace("b", "c")`.
 * @param inner the text between the delimiters, whose strings all end
 */
export function splitFilters(inner: string): Filter[] {
  const { strings } = splitStrings(inner)
  const filters: Filter[] = [{ name: readFunction(inner), strings: [] }]
  let rest = inner
  for (const string of [...strings, undefined]) {
    const at = string === undefined ? rest.length : findString(rest, string)
    for (const [, pipe, method] of rest.slice(0, at).matchAll(/\|\s*([\w-]*)|\.(\w+)\s*\(/g))
      filters.push({ name: (pipe ?? method ?? '').toLowerCase(), strings: [] })
    if (string === undefined) break
    filters.at(-1)?.strings.push(string)
    rest = rest.slice(at + string.length + 2)
  }
  return filters
}

/** The offset of a string with its quotation marks. */
function findString(text: string, string: string): number {
  const offsets = ['"', "'", '`'].map((mark) => text.indexOf(mark + string + mark)).filter((at) => at !== -1)
  return Math.min(...offsets)
}

/** The function that a tag begins with, as Go and Handlebars have it: `replace "b" "c" .Name`. */
function readFunction(inner: string): string {
  return (/^[-~#]?\s*([A-Za-z]\w*)\s+["'`(.\w]/.exec(inner)?.[1] ?? '').toLowerCase()
}
