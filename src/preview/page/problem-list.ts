import type { PageMessage, PageState, Place } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { createIcon, type IconName } from './create-icon.ts'
import { createProse } from './create-prose.ts'
import { formatCounts, formatNumber } from './format-issue.ts'
import { getElement } from './get-element.ts'
import type { Model } from './model.ts'
import { openPlace } from './open-place.ts'
import { updateContent } from './update-content.ts'

/** The number of messages shown per file. */
const maxMessages = 100

const ranks = ['error', 'warning', 'info']
const icons: Record<PageMessage['severity'], IconName> = {
  error: 'errors',
  warning: 'warnings',
  info: 'info',
}
const labels: Record<PageMessage['severity'], string> = { error: 'Error', warning: 'Warning', info: 'Note' }

/**
 * Shows all messages by file: the issue on screen first, then files shared by all issues, then the other issues.
 * @param onChoose called with the position of a clicked message
 */
export function showProblems({ state, chosen }: Model, onChoose: (place: Place) => void): void {
  const groups = state ? groupMessages(state, chosen?.source) : []
  const total = groups.flatMap(({ messages }) => messages).length
  getElement('tab-problems', HTMLElement).textContent = total ? `Problems ${formatNumber(total)}` : 'Problems'
  const list = getElement('problems', HTMLElement)
  updateContent(list, [groups, state !== undefined], () =>
    groups.length > 0
      ? groups.map((group) => createGroup(group, onChoose))
      : [createElement('p', { class: 'calm' }, state ? 'No problems.' : '')],
  )
}

interface Group {
  file: string
  /** The messages of other issues are collapsed. */
  isOther: boolean
  messages: PageMessage[]
}

function groupMessages({ messages, issues }: PageState, chosen: string | undefined): Group[] {
  const sources = new Set(issues.map(({ source }) => source))
  const files = [...new Set(messages.map(({ file }) => file))]
  const rank = (file: string) => (file === chosen ? 0 : sources.has(file) ? 2 : 1)
  return files
    .map((file) => ({
      file,
      isOther: rank(file) === 2,
      messages: messages.filter((message) => message.file === file).sort(compare),
    }))
    .sort((a, b) => rank(a.file) - rank(b.file))
}

/** Errors first; the order within a severity does not change. */
function compare(a: PageMessage, b: PageMessage): number {
  return ranks.indexOf(a.severity) - ranks.indexOf(b.severity)
}

function createGroup({ file, isOther, messages }: Group, onChoose: (place: Place) => void): HTMLElement {
  const name = createElement('span', { class: 'path' }, file || 'Newsletter')
  const counts = createElement('span', { class: 'count' }, formatCounts(messages))
  const items = messages
    .slice(0, maxMessages)
    .map((message) => createElement('li', {}, createProblem(message, onChoose)))
  const more = messages.length - items.length
  if (more > 0)
    items.push(createElement('li', { class: 'calm' }, `${formatNumber(more)} more: fix these first`))
  const list = createElement('ul', {}, ...items)
  if (!isOther)
    return createElement('section', { class: 'group' }, createElement('h2', {}, name, ' ', counts), list)
  const summary = createElement('summary', { 'data-key': `group ${file}` }, name, ' ', counts)
  return createElement('details', { class: 'group' }, summary, list)
}

function createProblem(message: PageMessage, onChoose: (place: Place) => void): HTMLElement {
  const { file, line, column, severity, rule, reason, note, url, frame, canOpen } = message
  const key = `${file} ${line} ${column} ${rule} ${reason}`
  const head = [
    createIcon(icons[severity]),
    createElement('span', { class: 'word' }, labels[severity]),
    createElement('span', { class: 'reason' }, ...createProse(reason)),
    line !== null && createElement('span', { class: 'at' }, `line ${line}`),
  ]
  const isChoosable = canOpen && line !== null
  const title = createElement(isChoosable ? 'button' : 'div', { class: `problem-head ${severity}` }, ...head)
  const problem = createElement('div', { class: `problem ${severity}` }, title)
  if (title instanceof HTMLButtonElement && line !== null) {
    title.type = 'button'
    title.dataset.key = key
    title.addEventListener('click', () => onChoose({ file, line, column: column ?? 1 }))
  }
  if (frame) problem.append(createFrame(frame))
  if (note) problem.append(createElement('p', { class: 'note' }, ...createProse(note)))
  problem.append(createFoot({ file, line, column, rule, url, canOpen }, key))
  return problem
}

/** Creates the code frame; the marked line and its carets are highlighted. */
function createFrame(frame: string): HTMLElement {
  const lines = frame.split('\n').map((line) => {
    const kind = line.startsWith('>') ? 'marked' : /^[\s|]*\^+\s*$/.test(line) ? 'carets' : 'near'
    return createElement('span', { class: kind }, `${line}\n`)
  })
  return createElement('pre', { class: 'frame', tabindex: 0 }, ...lines)
}

type Foot = Pick<PageMessage, 'file' | 'line' | 'column' | 'rule' | 'url' | 'canOpen'>

function createFoot({ file, line, column, rule, url, canOpen }: Foot, key: string): HTMLElement {
  const name = rule && createElement('code', {}, rule)
  const about =
    url && createElement('a', { href: url, target: '_blank', rel: 'noopener noreferrer' }, name || url)
  const foot = createElement('p', { class: 'foot' }, about || name)
  if (!canOpen) return foot
  const open = createElement(
    'button',
    { type: 'button', class: 'quiet', 'data-key': `open ${key}` },
    'Open in editor',
  )
  open.addEventListener('click', () => openPlace({ file, line, column }))
  foot.append(open)
  return foot
}
