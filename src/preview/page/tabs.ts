/**
 * Binds a row of tabs as in WAI-ARIA: arrow keys move between tabs, and only the selected one is in the tab order.
 * @param onChoose called with the `data-value` of the chosen tab
 * @returns selects a tab and shows its panel
 */
export function bindTabs(list: HTMLElement, onChoose: (value: string) => void): (value: string) => void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')]
  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[role=tab]') : null
    if (tab?.dataset.value) onChoose(tab.dataset.value)
  })
  list.addEventListener('keydown', (event) => {
    const visible = tabs.filter(({ hidden }) => !hidden)
    const next = findNextTab(event.key, visible.indexOf(event.target as HTMLElement), visible.length)
    const tab = next === undefined ? undefined : visible[next]
    if (!tab?.dataset.value) return
    event.preventDefault()
    tab.focus()
    onChoose(tab.dataset.value)
  })
  return (value) => {
    for (const tab of tabs) {
      const isChosen = tab.dataset.value === value
      tab.setAttribute('aria-selected', String(isChosen))
      tab.tabIndex = isChosen ? 0 : -1
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '')
      if (panel) panel.hidden = !isChosen
    }
  }
}

function findNextTab(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
