/** Marks that word processors and phones type instead of `"` and `'`, in families of what opens and closes a text. */
const families = ['“”„‟″＂', '‘’‚‛′＇', '«»', '‹›']

const end = '(?=[\\s/>}]|$)'
const opening = new RegExp(`^[${families.join('')}]`)
// A value in straight quotes can contain any mark.
const straightValue = '=\\s*(?:"[^"]*"|\'[^\']*\')'
const valueBetween = families.map((family) => `(=\\s*)[${family}]([^\\n]*?)[${family}]${end}`)
const value = new RegExp([straightValue, ...valueBetween].join('|'), 'g')
/** A value that begins with a straight quote and ends with another one. */
const mixed = new RegExp(`(=\\s*)"([^"\\n]*?)[${families[0]}]${end}`)
const unclosed = new RegExp(`=\\s*(?=[${families.join('')}])`)

/** Typographic quotation marks where only straight ones delimit a value. */
export interface TypographicQuotes {
  /** The first such mark. */
  mark: string
  /** Its offset in the list of attributes. */
  offset: number
  /** The list with straight marks instead, of the same length. */
  straight: string
}

/** True for a text that begins with a typographic quotation mark, such as `“`. */
export function beginsWithTypographicQuote(text: string): boolean {
  return opening.test(text)
}

/** True for a text that begins with a typographic quotation mark and has none that could end it: `“Lovelace`. */
export function isOpenQuote(text: string): boolean {
  const family = families.find((marks) => marks.includes(text.charAt(0)))
  return family !== undefined && text !== '' && ![...text.slice(1)].some((mark) => family.includes(mark))
}

/**
 * Finds the values in a list of attributes, of a block or of an HTML element, whose quotation marks are typographic:
 * `url=“…”`, `url=„…“`, `url=«…»`, `url="…”`. Marks within a value are text.
 * @param list as written, on one line or more
 */
export function findTypographicQuotes(list: string): TypographicQuotes | undefined {
  const isOdd = (list.match(/"/g)?.length ?? 0) % 2 === 1
  const ended = isOdd ? list.replace(mixed, '$1"$2"') : list
  const straight = ended.replace(value, (whole, ...groups: unknown[]) => {
    const index = families.findIndex((_, family) => groups[family * 2] !== undefined)
    if (index === -1) return whole
    const content = String(groups[index * 2 + 1])
    const quote = content.includes('"') ? "'" : '"'
    return `${groups[index * 2]}${quote}${content}${quote}`
  })
  const first = findDifference(list, straight)
  if (first !== -1) return { mark: list.charAt(first), offset: first, straight }
  const rest = list.replace(new RegExp(straightValue, 'g'), (text) => ' '.repeat(text.length))
  const other = unclosed.exec(rest)
  if (!other) return undefined
  const offset = other.index + other[0].length
  return { mark: list.charAt(offset), offset, straight }
}

/** The note of a message about them: the list of attributes to write instead. */
export function formatQuoteNote({ straight }: TypographicQuotes): string {
  // French marks have spaces within them.
  const list = straight
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/=(["'])\s+(.*?)\s+\1/g, '=$1$2$1')
  const advice = findTypographicQuotes(list) ? 'Put each value in straight marks' : `Write \`${list}\``
  return `A word processor or a phone types such marks; only the straight ones, \`"\` and \`'\`, enclose a value. ${advice}.`
}

function findDifference(text: string, other: string): number {
  for (let index = 0; index < text.length; index += 1) if (text[index] !== other[index]) return index
  return -1
}
