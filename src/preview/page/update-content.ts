const drawn = new WeakMap<Element, string>()

/**
 * Draws a part of the page anew, if what it shows has changed. Focus stays where it was: on the element with the same
 * `data-key`.
 * @param data what it shows
 * @returns whether it was drawn
 */
export function updateContent(container: HTMLElement, data: unknown, draw: () => Node[]): boolean {
  const shown = JSON.stringify(data)
  if (drawn.get(container) === shown) return false
  drawn.set(container, shown)
  const active = document.activeElement
  const key = active && container.contains(active) ? active.getAttribute('data-key') : null
  const { scrollTop } = container
  container.replaceChildren(...draw())
  container.scrollTop = scrollTop
  if (key !== null) container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  return true
}
