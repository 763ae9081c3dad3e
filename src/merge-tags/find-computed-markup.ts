import { listDecodedForms } from './decode-string.ts'
import { type Filter, splitFilters } from './split-filters.ts'
import { splitStrings } from './split-strings.ts'

/** Markup that an issue may have anyway, without attributes: `{{ Safe "<b>new</b>" }}`. Global. */
export const plainMarkup = /<!--[^<>]*-->|<\/?(?:b|br|em|i|s|small|strong|sub|sup|u)\s*\/?>/gi

/** Filters that leave the characters of a text together. Any other may remove, replace, reorder or decode some. */
const keeping =
  /^(?:|default(?:_if_none)?|append|prepend|add|concat|upcase|downcase|capitalize|upper|lower|title|capfirst|escape|escape_once|force_escape|forceescape|escapehtml|html|h|e|url_encode|urlencode|url_escape|safe|raw|size|length|translate|t)$/

/** Functions before their arguments, as Go and Handlebars have them, that change a text. */
const changing = /replace|regex|^sub|trunc|reverse|trim|remove|strip|join|cut|decode|dec$|unescape|nospace/

/** Filters whose strings are what they look for, which is not printed. */
const searching = /^(?:split|remove\w*|cut|strip|trim\w*|contains)$/

/** Statements that give a text a name, under which any other tag can change it. */
const assigning = /^[-~]?\s*(?:assign|set|with)\s|^[-~]?\s*\$\w+\s*:?=/

/** Functions that print the character of a number: `printf "%cimg" 60`, `60|stringformat:"c"`, `"%c" % 60`. */
const characterOf =
  /\bprintf\s*\(?\s*["'`][^"'`]*%[-\d]*c|stringformat\s*:\s*["'][-\d]*c|["'][^"']*%c[^"']*["']\s*(?:%|\|\s*format)|\|\s*chr\b/

/**
 * Finds markup or the address of a script that an engine makes of the strings in a tag: by decoding them, or by joining,
 * removing or replacing parts of them.
 * @param inner the text of the tag, whose strings all end
 * @returns the part of a string that it is made of, decoded
 */
export function findComputedMarkup(inner: string): string | undefined {
  const character = characterOf.exec(inner)?.[0]
  if (character !== undefined) return character
  const filters = splitFilters(inner)
  const strings = filters.flatMap((filter) => filter.strings)
  if (strings.length === 0) return undefined
  const decodesReferences = assigning.test(inner) || filters.some(changes)
  const forms = [...strings, strings.join(''), strings.toReversed().join('')].flatMap((text) =>
    listDecodedForms(text, inner, decodesReferences),
  )
  return (
    findFirst(forms, findMarkup) ??
    (filters.length > 1 ? findFirst(forms, (form) => handler.exec(form)?.[0].trim()) : undefined) ??
    findChangedMarkup(filters) ??
    findReversed(filters)
  )
}

/**
 * Whether a tag prints a text of its own after a filter has changed it, so that its strings do not show what it prints.
 * @param inner the text of the tag
 */
export function isRewritten(inner: string): boolean {
  if (splitStrings(inner).unclosed !== undefined) return true
  const [value, ...filters] = splitFilters(inner)
  return filters.some(changes) && (value?.strings ?? []).join('') !== ''
}

/** Finds a filter that reverses a string letter by letter. A list that is written as a text can be reversed. */
function findReversed(filters: readonly Filter[]): string | undefined {
  if (!filters[0]?.strings.some((text) => text !== '')) return undefined
  const reverse = filters.find(({ name }) => /^reverse/.test(name))
  const split = filters.find(({ name }) => name === 'split')
  return reverse && !split?.strings.some((text) => text !== '') ? reverse.name : undefined
}

function findFirst(texts: readonly string[], find: (text: string) => string | undefined): string | undefined {
  for (const text of texts) {
    const found = find(text)
    if (found !== undefined) return found
  }
  return undefined
}

/** An attribute that runs a script, which a filter can put into markup beside the tag. */
const handler = /(?:^|[\s"'/])on[a-z]{3,}\s*=/i

function findMarkup(text: string): string | undefined {
  const markup = /<[a-z/!?][^\s<>]*/i
  // Without the inner element `<<b>img` is another one.
  const bare = [text.replace(plainMarkup, ' '), text.replace(plainMarkup, '')]
  const found = findFirst(bare, (each) => markup.exec(each)?.[0].trim())
  return found ?? /^\s*((?:java|vb)script:)/i.exec(text.replace(/[\t\r\n]/g, ''))?.[1]
}

function changes({ name }: Filter): boolean {
  return !keeping.test(name)
}

/** Finds a `<` that a later filter could make an element of, or another element: `"<b>" | replace: "b", "img"`. */
function findChangedMarkup(filters: readonly Filter[]): string | undefined {
  const last = filters.findLastIndex((filter, index) =>
    index === 0 ? changing.test(filter.name) : changes(filter),
  )
  for (const [index, { name, strings }] of filters.entries()) {
    if (index > last || (index === last && index > 0 && !/date|format/.test(name))) break
    const printed = searching.test(name)
      ? []
      : name.startsWith('replace') && index > 0
        ? strings.slice(1)
        : strings
    const found = findFirst(printed, (text) => /<\S{0,20}/.exec(text)?.[0])
    if (found !== undefined) return found
  }
  return undefined
}
