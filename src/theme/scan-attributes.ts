/** An attribute in a start tag, as written. */
export interface TagAttribute {
  /** In small letters. */
  name: string
  /** Its offset in the tag. */
  offset: number
  /** The length of its name. */
  length: number
  /** Its value without quotation marks, character references as written. */
  value: string
}

const attribute = /([^\s/>=][^\s/>=]*)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*)))?/g

/**
 * Finds the attributes of a start tag (HTML, section 13.2.5 "Tokenization").
 * @param tag from its `<` to its `>`
 */
export function scanAttributes(tag: string): TagAttribute[] {
  const head = /^<[a-z][^\s/>]*/i.exec(tag)?.[0].length ?? 0
  return [...tag.slice(head).matchAll(attribute)].map(({ 0: _, 1: name = '', 2: a, 3: b, 4: c, index }) => ({
    name: name.toLowerCase(),
    offset: head + index,
    length: name.length,
    value: a ?? b ?? c ?? '',
  }))
}

/** Finds the attributes that an earlier one of the same name takes the effect from (HTML, "duplicate-attribute"). */
export function findSecondAttributes(tag: string): { attribute: TagAttribute; first: TagAttribute }[] {
  const attributes = scanAttributes(tag)
  return attributes.flatMap((attribute, index) => {
    const first = attributes.slice(0, index).find(({ name }) => name === attribute.name)
    return first && first.value !== attribute.value ? [{ attribute, first }] : []
  })
}
