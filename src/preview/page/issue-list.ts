import type { PageIssue, PageState } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createIcon } from './create-icon.ts'
import { getElement } from './get-element.ts'
import { toHash } from './issue-hash.ts'
import { toCount, toDay, toName } from './issue-words.ts'
import type { Model } from './model.ts'
import { updateContent } from './update-content.ts'

/** The list of all issues, each a link to itself. */
export function showIssueList({ state, chosen }: Model): void {
  const list = getElement('issues', HTMLUListElement)
  const items = state?.issues.map((issue) => toItem(issue, state)) ?? []
  const drawn = updateContent(list, [items, chosen?.source], () =>
    items.map((item) => createElement('li', {}, createLink(item, item.source === chosen?.source))),
  )
  if (drawn) list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

interface Item extends Pick<PageIssue, 'source' | 'state' | 'draft'> {
  name: string
  day: string
  words: string
}

function toItem(issue: PageIssue, { messages }: PageState): Item {
  const { source, state, draft, email } = issue
  const count = (wanted: string) =>
    messages.filter(({ file, severity }) => file === source && severity === wanted).length
  const words = {
    ready: 'Ready',
    // A template's problems are none of its own.
    warnings: toCount(count('warning'), 'warning') || 'Warnings',
    errors: toCount(count('error'), 'error') || 'Errors',
    broken: 'Broken',
  }[state]
  return { source, state, draft, name: toName(issue), day: email?.date ? toDay(email.date) : '', words }
}

function createLink({ source, state, draft, name, day, words }: Item, isChosen: boolean): HTMLElement {
  const href = toHash(source)
  const meta = createElement(
    'span',
    { class: 'meta' },
    createIcon(state),
    createElement('span', { class: `word ${state}` }, words),
    draft && createElement('span', { class: 'tag' }, 'Draft'),
    day && createElement('span', { class: 'day' }, day),
  )
  const attributes = { href, title: source, 'data-key': source, 'aria-current': isChosen && 'page' }
  return createElement('a', attributes, createElement('span', { class: 'name' }, name), meta)
}
