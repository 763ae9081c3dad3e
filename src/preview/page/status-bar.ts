import type { PageState } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createProse } from './create-prose.ts'
import { formatCounts, formatName } from './format-issue.ts'
import { getElement } from './get-element.ts'
import type { Model } from './model.ts'
import { updateContent } from './update-content.ts'

/** Shows the newsletter's name and counts in the bar and in the window's title. */
export function showStatus({ state, isBuilding, chosen }: Model): void {
  // The style sheet delays the indicator, so that short builds do not show it.
  document.body.classList.toggle('is-building', isBuilding)
  const empty = getElement('empty', HTMLElement)
  empty.hidden = chosen !== undefined
  updateContent(empty, [isBuilding, state?.messages.length], () => [
    createElement('p', {}, ...createProse(formatEmptyText(state, isBuilding))),
  ])
  if (!state) return
  const counts = formatCounts(state.messages)
  const name = state.newsletter || 'Newsletter'
  getElement('newsletter', HTMLElement).textContent = name
  const place = getElement('counts', HTMLElement)
  place.textContent = counts || 'No problems'
  place.className = `quiet ${counts.includes('error') ? 'errors' : counts ? 'warnings' : 'ready'}`
  document.title = [counts, chosen && formatName(chosen), name].filter(Boolean).join(' · ')
}

/** Formats the text shown when there is no issue. */
function formatEmptyText(state: PageState | undefined, isBuilding: boolean): string {
  if (!state || isBuilding) return 'Waiting for the first build…'
  return state.messages.length > 0
    ? 'Nothing to show yet: see the problems.'
    : 'No issues yet. Write the first one in `issues/`.'
}

export function showConnected(isConnected: boolean): void {
  document.body.classList.toggle('is-disconnected', !isConnected)
  updateContent(getElement('connection', HTMLElement), isConnected, () =>
    isConnected ? [] : [createElement('p', {}, ...createProse('Disconnected; waiting for `issue watch`'))],
  )
}
