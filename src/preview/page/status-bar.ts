import type { PageState } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createProse } from './create-prose.ts'
import { getElement } from './get-element.ts'
import { toCounts, toName } from './issue-words.ts'
import type { Model } from './model.ts'
import { updateContent } from './update-content.ts'

/** The newsletter's name and how it is, above everything and in the window's title. */
export function showStatus({ state, isBuilding, chosen }: Model): void {
  // A build that is short is not told: the style sheet waits.
  document.body.classList.toggle('is-building', isBuilding)
  const empty = getElement('empty', HTMLElement)
  empty.hidden = chosen !== undefined
  updateContent(empty, [isBuilding, state?.messages.length], () => [
    createElement('p', {}, ...createProse(toEmptyWords(state, isBuilding))),
  ])
  if (!state) return
  const counts = toCounts(state.messages)
  const name = state.newsletter || 'Newsletter'
  getElement('newsletter', HTMLElement).textContent = name
  const place = getElement('counts', HTMLElement)
  place.textContent = counts || 'No problems'
  place.className = counts.includes('error') ? 'errors' : counts ? 'warnings' : 'ready'
  document.title = [counts, chosen && toName(chosen), name].filter(Boolean).join(' · ')
}

/** What stands where there is no issue to show. */
function toEmptyWords(state: PageState | undefined, isBuilding: boolean): string {
  if (!state || isBuilding) return 'Waiting for the first build…'
  return state.messages.length > 0
    ? 'Nothing to show yet: the problems say why.'
    : 'No issues yet. Write the first one in `issues/`.'
}

export function showConnected(isConnected: boolean): void {
  document.body.classList.toggle('is-disconnected', !isConnected)
  updateContent(getElement('connection', HTMLElement), isConnected, () =>
    isConnected ? [] : [createElement('p', {}, ...createProse('Disconnected; waiting for `issue watch`'))],
  )
}
