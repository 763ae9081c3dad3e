/** An attribute of a start tag. */
export interface TagAttribute {
  /** In small letters. */
  name: string
  /** As written, with character references; empty without a value. */
  value: string
  /** The offset of the value in the tag's text. */
  offset: number
}

const attribute = /[\s"'/]([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/**
 * Finds the attributes of a start tag.
 * @param text the tag as `scanHtml` finds it: `<td class="x">`
 */
export function findAttributes(text: string): TagAttribute[] {
  return [...text.matchAll(attribute)].map(
    ({ 0: whole, 1: name = '', 2: double, 3: single, 4: bare, index }) => {
      const value = double ?? single ?? bare ?? ''
      const isQuoted = double !== undefined || single !== undefined
      return {
        name: name.toLowerCase(),
        value,
        offset: index + whole.length - value.length - (isQuoted ? 1 : 0),
      }
    },
  )
}
