/**
 * A row of tabs, as WAI-ARIA has it: arrows go from one to the next, only the chosen one is in the order of Tab.
 * @param onChoose takes the chosen tab's `data-value`
 * @returns shows a tab as the chosen one, and its panel
 */
export function bindTabs(list: HTMLElement, onChoose: (value: string) => void): (value: string) => void {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')]
  list.addEventListener('click', ({ target }) => {
    const tab = target instanceof Element ? target.closest<HTMLElement>('[role=tab]') : null
    if (tab?.dataset.value) onChoose(tab.dataset.value)
  })
  list.addEventListener('keydown', (event) => {
    const there = tabs.filter(({ hidden }) => !hidden)
    const next = toNext(event.key, there.indexOf(event.target as HTMLElement), there.length)
    const tab = next === undefined ? undefined : there[next]
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

function toNext(key: string, index: number, count: number): number | undefined {
  if (key === 'ArrowRight') return (index + 1) % count
  if (key === 'ArrowLeft') return (index + count - 1) % count
  if (key === 'Home') return 0
  return key === 'End' ? count - 1 : undefined
}
