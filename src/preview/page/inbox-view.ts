import type { PageEmail } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { formatCount, formatDay } from './format-issue.ts'
import { getElement } from './get-element.ts'
import type { Model } from './model.ts'
import { updateContent } from './update-content.ts'

/** Shows the inbox line, truncated as on a phone and on a desktop. */
export function showInbox({ chosen }: Model): void {
  const email = chosen?.email
  const line = email && createLine(email)
  updateContent(getElement('view-inbox', HTMLElement), line, () => (line ? createInboxes(line) : []))
}

interface Line {
  sender: string
  subject: string
  preheader: string
  day: string
}

function createLine({ from, subject, preheader, date }: PageEmail): Line {
  return { sender: from?.name || from?.email || '', subject, preheader, day: date ? formatDay(date) : '' }
}

function createInboxes(line: Line): Node[] {
  return [
    createInbox('On a phone', 'phone', line),
    createInbox('On a desktop', 'desktop', line),
    createElement(
      'dl',
      { class: 'facts' },
      ...createFact('Sender', line.sender, 'none: set `from` in the front matter or the config', ''),
      ...createFact('Subject', line.subject, 'none', 'Phones show the first 33 to 43, desktops 60 to 70.'),
      ...createFact(
        'Preheader',
        line.preheader,
        'none',
        'Inboxes show about 85 to 100, fewer after a long subject.',
      ),
    ),
  ]
}

function createInbox(title: string, kind: string, line: Line): HTMLElement {
  const initial = [...line.sender][0]?.toUpperCase() ?? '?'
  const row = createElement(
    'div',
    { class: 'row' },
    createElement('span', { class: 'avatar', 'aria-hidden': 'true' }, initial),
    createElement('span', { class: 'sender' }, line.sender || 'No sender'),
    createElement('span', { class: 'subject' }, line.subject),
    createElement('span', { class: 'preheader' }, line.preheader),
    createElement('span', { class: 'day' }, line.day),
  )
  const heading = createElement('h3', {}, title)
  return createElement(
    'div',
    {},
    heading,
    createElement('div', { class: `inbox-list ${kind}` }, createNeighbour(), row, createNeighbour()),
  )
}

/** Creates a placeholder for a neighbouring email. */
function createNeighbour(): HTMLElement {
  const bars = ['avatar', 'sender', 'subject', 'preheader'].map((name) =>
    createElement('span', { class: name }),
  )
  return createElement('div', { class: 'row neighbour', 'aria-hidden': 'true' }, ...bars)
}

function createFact(name: string, value: string, fallback: string, advice: string): Node[] {
  const characters = [...new Intl.Segmenter('en').segment(value)].length
  return [
    createElement('dt', {}, name),
    createElement(
      'dd',
      {},
      createElement('span', { class: 'value' }, value || fallback),
      value && createElement('span', { class: 'count' }, formatCount(characters, 'character')),
      value && advice && createElement('span', { class: 'advice' }, advice),
    ),
  ]
}
