import type { PageIssue, PageState } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createIcon } from './create-icon.ts'
import { formatCount, formatDay, formatName } from './format-issue.ts'
import { getElement } from './get-element.ts'
import { toHash } from './issue-hash.ts'
import type { Model } from './model.ts'
import { updateContent } from './update-content.ts'

/**
 * Binds the field that filters the list.
 * @param onFilter called when the list is to be shown again
 */
export function bindFilter(onFilter: () => void): void {
  getElement('filter', HTMLInputElement).addEventListener('input', onFilter)
}

/** Shows the list of the issues that match the filter as links. */
export function showIssueList({ state, chosen }: Model): void {
  const list = getElement('issues', HTMLUListElement)
  const words = getElement('filter', HTMLInputElement).value.toLowerCase().split(/\s+/)
  const items = (state?.issues.map((issue) => createItem(issue, state)) ?? []).filter((item) =>
    matchesAll(item, words),
  )
  const isRendered = updateContent(list, [items, chosen?.source], () =>
    items.length === 0 && state && state.issues.length > 0
      ? [createElement('li', { class: 'calm' }, 'No issue matches.')]
      : items.map((item) => createElement('li', {}, createLink(item, item.source === chosen?.source))),
  )
  if (isRendered)
    list.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
}

interface Item extends Pick<PageIssue, 'source' | 'state' | 'draft'> {
  name: string
  day: string
  words: string
}

/** Whether each word is part of what the list shows of an issue, or of its file's name. */
function matchesAll({ name, source, day, words: state, draft }: Item, words: string[]): boolean {
  const text = [name, source, day, state, draft ? 'draft' : ''].join(' ').toLowerCase()
  return words.every((word) => text.includes(word))
}

function createItem(issue: PageIssue, { messages }: PageState): Item {
  const { source, state, draft, email, restored } = issue
  const date = (email ?? restored)?.date
  const count = (wanted: string) =>
    messages.filter(({ file, severity }) => file === source && severity === wanted).length
  const words = {
    ready: 'Ready',
    // The warnings may be in its template, and not count here.
    warnings: formatCount(count('warning'), 'warning') || 'Warnings',
    errors: formatCount(count('error'), 'error') || 'Errors',
    broken: 'Broken',
  }[state]
  return {
    source,
    state,
    draft,
    name: formatName(issue),
    day: date ? formatDay(date) : '',
    words,
  }
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
