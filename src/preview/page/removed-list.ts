import type { ClientMenu, DarkMode, LossSummary, Place } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createProse } from './create-prose.ts'
import { fetchText } from './fetch-text.ts'
import { formatCount } from './format-issue.ts'
import { getElement } from './get-element.ts'
import { createEmailUrl, isRendered, type Model } from './model.ts'
import { updateContent } from './update-content.ts'
import { formatViewQuery } from './view-settings.ts'

let requested = ''

/**
 * Fetches what the view on screen removed.
 * @returns `undefined` when it was fetched already, or another view was requested meanwhile
 */
export async function fetchRemoved({ chosen, settings }: Model): Promise<LossSummary[] | undefined> {
  const query = formatViewQuery(settings)
  const url =
    isRendered(chosen) && settings.client ? `${createEmailUrl(chosen, 'removed.json')}?${query}` : ''
  const current = `${url} ${chosen?.email?.version}`
  if (current === requested) return undefined
  requested = current
  if (url === '') return []
  const text = await fetchText(url)
  if (requested !== current) return undefined
  if (text === undefined) requested = ''
  return text === undefined ? [] : JSON.parse(text)
}

/**
 * Shows the list of what the view removed.
 * @param onChoose called with the position of a clicked item
 */
export function showRemoved(model: Model, onChoose: (place: Place) => void): void {
  const { removed, settings } = model
  const tab = getElement('tab-removed', HTMLElement)
  tab.hidden = settings.client === ''
  tab.textContent = removed.length ? `Removed ${removed.length}` : 'Removed'
  updateContent(getElement('removed', HTMLElement), [removed, settings.client], () =>
    removed.length > 0
      ? createGroups(removed, onChoose)
      : [createElement('p', { class: 'calm' }, 'Nothing was removed.')],
  )
}

/** The writer's own code first; what a shipped template lacks by design is folded away. */
function createGroups(removed: LossSummary[], onChoose: (place: Place) => void): Node[] {
  const createList = (items: LossSummary[]) =>
    createElement('ul', {}, ...items.map((item) => createItem(item, onChoose)))
  const own = removed.filter(({ at }) => at !== null)
  const shipped = removed.filter(({ at }) => at === null)
  const words = `${formatCount(shipped.length, 'item')} of the shipped template, by its design`
  return [
    own.length > 0
      ? createElement('section', { class: 'group' }, createList(own))
      : createElement('p', { class: 'calm' }, 'Nothing of your own was removed.'),
    ...(shipped.length === 0
      ? []
      : [
          createElement(
            'details',
            { class: 'group' },
            createElement('summary', { 'data-key': 'shipped' }, words),
            createList(shipped),
          ),
        ]),
  ]
}

/** Shows, above an email as a client would render it, that it is an approximation. */
export function showApproximation({ removed, settings }: Model, { date, families }: ClientMenu): void {
  const place = getElement('approximation', HTMLElement)
  const family = families.find(({ platforms }) => platforms.some(({ id }) => id === settings.client))
  const platform = family?.platforms.find(({ id }) => id === settings.client)
  place.hidden = platform === undefined || settings.view !== 'email'
  if (!family || !platform) return
  const summary = removed.length ? `${formatCount(removed.length, 'item')} removed` : 'nothing removed'
  const dark = settings.dark ? ` ${darkModes[platform.darkMode ?? 'unknown']}` : ''
  place.textContent = `${family.title}, ${platform.title}: approximation by caniemail data of ${date}, ${summary}.${dark}`
}

/** What a client does in dark mode, and whether it is shown. */
const darkModes: Record<DarkMode | 'unknown', string> = {
  own: 'Dark mode: the email’s own.',
  outlook: 'Dark mode: its changes to dark text and light backgrounds are imitated.',
  partial: 'Dark mode: its changes to dark text and light backgrounds are imitated.',
  full: 'Dark mode: it inverts every colour, which is imitated.',
  unchanged: 'Dark mode: it shows the email as in light mode.',
  unknown: 'Dark mode: what it changes is not known, and not shown.',
}

function createItem(
  { what, feature, title, url, notes, count, at }: LossSummary,
  onChoose: (place: Place) => void,
) {
  const about = createElement('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, title)
  const item = createElement(
    'li',
    { class: 'removed-item' },
    createElement('code', { class: 'what' }, what),
    createElement('span', { class: 'count' }, count === 1 ? 'once' : `${count} times`),
    createElement('span', { class: 'about' }, about),
    ...notes.map((note) => createElement('p', { class: 'note' }, ...createProse(note))),
  )
  if (at) {
    const key = `${what} ${feature} ${at.file} ${at.line}`
    const words = `${at.file}, line ${at.line}`
    const button = createElement('button', { type: 'button', class: 'quiet', 'data-key': key }, words)
    button.addEventListener('click', () => onChoose(at))
    item.append(button)
  }
  return item
}
