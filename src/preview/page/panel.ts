import { getElement } from './get-element.ts'
import { bindTabs } from './tabs.ts'
import type { ViewSettings } from './view-settings.ts'

export interface Panel {
  /** Shows a list: `problems` or `removed`. */
  showList(name: string): void
  update(settings: ViewSettings): void
}

/** Binds the panel beside the email: the list of problems or of what a client removes, and the source. */
export function bindPanel(onToggle: () => void): Panel {
  let shown = 'problems'
  const choose = (name: string) => {
    shown = name
    showTab(name)
  }
  const showTab = bindTabs(getElement('lists', HTMLElement), choose)
  const toggle = getElement('toggle-panel', HTMLButtonElement)
  toggle.addEventListener('click', onToggle)
  return {
    showList: choose,
    update({ panel, client }) {
      // Without a client, nothing is removed.
      choose(client === '' ? 'problems' : shown)
      getElement('panel', HTMLElement).classList.toggle('closed', !panel)
      getElement('panel-body', HTMLElement).hidden = !panel
      toggle.setAttribute('aria-expanded', String(panel))
      toggle.textContent = panel ? 'Hide panel' : 'Show panel'
    },
  }
}
