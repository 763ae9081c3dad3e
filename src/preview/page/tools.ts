import type { ClientMenu } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { fitSelect } from './fit-select.ts'
import { getElement } from './get-element.ts'
import { desktopWidth, phoneWidth, type ViewSettings } from './view-settings.ts'

/**
 * Binds the controls of the view settings.
 * @param onChange called with the changed settings
 * @returns updates the controls to the settings
 */
export function bindTools(
  menu: ClientMenu,
  onChange: (change: Partial<ViewSettings>) => void,
): (settings: ViewSettings) => void {
  const email = getElement('email-tools', HTMLFormElement)
  const text = getElement('text-tools', HTMLFormElement)
  addClients(getField(email, 'client', HTMLSelectElement), menu)
  email.addEventListener('change', ({ target }) => onChange(parseChange(target, menu)))
  text.addEventListener('change', ({ target }) => onChange(parseChange(target, menu)))
  const sent = getElement('sent-tools', HTMLFormElement)
  for (const form of [email, text, sent]) form.addEventListener('submit', (event) => event.preventDefault())
  return ({ view, width, dark, images, styles, samples, compare, client, columns }) => {
    email.hidden = view !== 'email'
    text.hidden = view !== 'text'
    sent.hidden = view !== 'sent'
    getElement('html-tools', HTMLFormElement).hidden = view !== 'html'
    for (const form of [email, text]) check(form, 'tags', samples ? 'sample' : 'written')
    check(email, 'width', String(width))
    check(email, 'compare', compare)
    check(email, 'mode', dark ? 'dark' : 'light')
    check(text, 'columns', String(columns))
    getField(email, 'images', HTMLInputElement).checked = images
    getField(email, 'styles', HTMLInputElement).checked = styles
    const clients = getField(email, 'client', HTMLSelectElement)
    clients.value = client
    fitSelect(clients)
  }
}

function parseChange(target: EventTarget | null, menu: ClientMenu): Partial<ViewSettings> {
  if (target instanceof HTMLSelectElement) return { client: target.value, ...chooseWidth(target.value, menu) }
  if (!(target instanceof HTMLInputElement)) return {}
  const { name, value, checked } = target
  if (name === 'width') return { width: value === 'fit' ? 'fit' : Number(value) }
  if (name === 'tags') return { samples: value === 'sample' }
  if (name === 'compare') return { compare: value as ViewSettings['compare'] }
  if (name === 'mode') return { dark: value === 'dark' }
  if (name === 'columns') return { columns: value === '78' ? 78 : 72 }
  return { [name]: checked }
}

/** The width that a client's email has: Outlook for Windows, for one, is on a desktop only. */
function chooseWidth(client: string, { families }: ClientMenu): Partial<ViewSettings> {
  const platform = families.flatMap(({ platforms }) => platforms).find(({ id }) => id === client)
  return platform ? { width: platform.device === 'phone' ? phoneWidth : desktopWidth } : { width: 'fit' }
}

function check(form: HTMLFormElement, name: string, value: string): void {
  for (const input of form.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`))
    input.checked = input.value === value
}

function getField<Kind extends HTMLElement>(form: HTMLFormElement, name: string, kind: new () => Kind): Kind {
  const field = form.elements.namedItem(name)
  if (!(field instanceof kind)) throw new Error(`page.html has no field ${name}`)
  return field
}

function addClients(select: HTMLSelectElement, { families }: ClientMenu): void {
  for (const { title, platforms } of families) {
    const options = platforms.map((platform) =>
      createElement('option', { value: platform.id }, platform.name),
    )
    select.append(createElement('optgroup', { label: title }, ...options))
  }
}
