export type Child = Node | string | null | undefined | false
type Attributes = Record<string, string | number | boolean | null | undefined>

/**
 * Makes an element. Text stays text: nothing is ever read as HTML.
 * @param attributes `true` is an attribute without a value; what is `false`, `null` or not given is left out
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
  element.append(...children.filter(isThere))
  return element
}

function isThere(child: Child): child is Node | string {
  return child !== null && child !== undefined && child !== false && child !== ''
}
