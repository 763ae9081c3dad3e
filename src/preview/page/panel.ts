import { getElement } from './get-element.ts'
import { bindTabs } from './tabs.ts'
import type { ViewSettings } from './view-settings.ts'

export interface Panel {
  /** Shows a list: `problems` or `removed`. */
  showList(name: string): void
  /** @param isOpen whether the panel is open */
  update(settings: ViewSettings, isOpen: boolean): void
}

/**
 * Binds the panel beside the email: the list of problems or of what a client removes, and the source.
 * @param onToggle called when the user opens or closes it
 * @param onChoose called when the user chooses a list, which a closed panel does not show
 */
export function bindPanel(onToggle: () => void, onChoose: () => void): Panel {
  let shown = 'problems'
  const choose = (name: string) => {
    shown = name
    showTab(name)
  }
  const showTab = bindTabs(getElement('lists', HTMLElement), (name) => {
    choose(name)
    onChoose()
  })
  const toggle = getElement('toggle-panel', HTMLButtonElement)
  toggle.addEventListener('click', onToggle)
  return {
    showList: choose,
    update({ client }, panel) {
      // Without a client, nothing is removed.
      choose(client === '' ? 'problems' : shown)
      getElement('panel', HTMLElement).classList.toggle('closed', !panel)
      getElement('panel-body', HTMLElement).hidden = !panel
      toggle.setAttribute('aria-expanded', String(panel))
      toggle.textContent = panel ? 'Hide panel' : 'Show panel'
    },
  }
}
