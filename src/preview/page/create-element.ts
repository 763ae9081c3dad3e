export type Child = Node | string | null | undefined | false
type Attributes = Record<string, string | number | boolean | null | undefined>

/**
 * Creates an element. Strings become text nodes, never HTML.
 * @param attributes `true` is an attribute without a value; `false`, `null` and `undefined` are omitted
 * @param children falsy ones are omitted
 */
export function createElement<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (value === true) element.setAttribute(name, '')
    else if (value !== false && value !== null && value !== undefined)
      element.setAttribute(name, String(value))
  }
  element.append(...children.filter(isPresent))
  return element
}

function isPresent(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false && child !== ''
}
