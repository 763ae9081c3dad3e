import type { ClientMenu, Place, Taken } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createProse } from './create-prose.ts'
import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { toCount } from './issue-words.ts'
import { emailAddress, isRendered, type Model } from './model.ts'
import { updateContent } from './update-content.ts'
import { formatViewQuery } from './view-settings.ts'

let asked = ''

/**
 * Asks what the view on screen took away.
 * @returns nothing when that is known already, or another view was asked for meanwhile
 */
export async function fetchRemoved({ chosen, settings }: Model): Promise<Taken[] | undefined> {
  const query = formatViewQuery(settings)
  const address =
    isRendered(chosen) && settings.client ? `${emailAddress(chosen, 'taken.json')}?${query}` : ''
  const wanted = `${address} ${chosen?.email?.version}`
  if (wanted === asked) return undefined
  asked = wanted
  if (address === '') return []
  const text = await fetchText(address)
  if (asked !== wanted) return undefined
  if (text === undefined) asked = ''
  return text === undefined ? [] : JSON.parse(text)
}

/** @param onChoose takes the place of what was clicked */
export function showRemoved(model: Model, onChoose: (place: Place) => void): void {
  const { taken, settings } = model
  const tab = getElement('tab-taken', HTMLElement)
  tab.hidden = settings.client === ''
  tab.textContent = taken.length ? `Taken away ${taken.length}` : 'Taken away'
  updateContent(getElement('taken', HTMLElement), [taken, settings.client], () =>
    taken.length > 0
      ? [createElement('ul', { class: 'group' }, ...taken.map((item) => createItem(item, onChoose)))]
      : [createElement('p', { class: 'calm' }, 'Nothing was taken away.')],
  )
}

/** Says, above an email without what a client lacks, what it is worth. */
export function showApproximation({ taken, settings }: Model, { date, families }: ClientMenu): void {
  const place = getElement('approximation', HTMLElement)
  const family = families.find(({ platforms }) => platforms.some(({ id }) => id === settings.client))
  const platform = family?.platforms.find(({ id }) => id === settings.client)
  place.hidden = platform === undefined || settings.view !== 'email'
  if (!family || !platform) return
  const lacks = taken.length ? `${toCount(taken.length, 'thing')} taken away` : 'nothing taken away'
  place.textContent = `${family.title}, ${platform.title}: approximation by caniemail data of ${date}, ${lacks}.`
}

function createItem(
  { what, feature, title, url, notes, count, at }: Taken,
  onChoose: (place: Place) => void,
) {
  const about = createElement('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title)
  const item = createElement(
    'li',
    { class: 'taken-item' },
    createElement('code', { class: 'what' }, what),
    createElement('span', { class: 'count' }, count === 1 ? 'once' : `${count} times`),
    createElement('span', { class: 'about' }, about),
    ...notes.map((note) => createElement('p', { class: 'note' }, ...createProse(note))),
  )
  if (!at) item.append(createElement('span', { class: 'note' }, 'In a shipped template'))
  else {
    const key = `${what} ${feature} ${at.file} ${at.line}`
    const words = `${at.file}, line ${at.line}`
    const button = createElement('button', { type: 'button', class: 'quiet', 'data-key': key }, words)
    button.addEventListener('click', () => onChoose(at))
    item.append(button)
  }
  return item
}
