const rendered = new WeakMap<Element, string>()

/**
 * Renders a part of the page again if its data has changed. The focus stays on the element with the same `data-key`.
 * @param data compared as JSON
 * @returns whether it was rendered
 */
export function updateContent(container: HTMLElement, data: unknown, render: () => Node[]): boolean {
  const json = JSON.stringify(data)
  if (rendered.get(container) === json) return false
  rendered.set(container, json)
  const active = document.activeElement
  const key = active && container.contains(active) ? active.getAttribute('data-key') : null
  const { scrollTop } = container
  container.replaceChildren(...render())
  container.scrollTop = scrollTop
  if (key !== null) container.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus()
  return true
}
