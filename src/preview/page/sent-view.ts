import type { HeaderField, MessagePart, PageIssue, ParsedMessage, SentFile } from '../page-state.ts'
import { createElement } from './create-element.ts'
import { fetchText } from './fetch-text.ts'
import { fitSelect } from './fit-select.ts'
import { formatNumber } from './format-issue.ts'
import { getElement } from './get-element.ts'
import { createEmailUrl, isRendered, type Model, type RenderedIssue } from './model.ts'
import { updateContent } from './update-content.ts'

/** What the outputs are called; others have their own names. */
const titles: Record<string, string> = {
  eml: 'Message (.eml)',
  'email-html': 'HTML',
  'email-text': 'Plaintext',
  web: 'Web copy',
  'vote-pages': 'Vote page',
  images: 'Image',
  'web-images': 'Image of the web copy',
  calendars: 'Calendar file',
  'issue-json': 'Facts (issue.json)',
}

/** The outputs that may create several files, which are told apart by their names. */
const several = ['images', 'web-images', 'calendars', 'vote-pages']

/** The file on screen, and whether it is a message that is shown by its headers and parts. */
let chosen = ''
let requested = ''

/**
 * Binds the choice of the file.
 * @param onChoose called when another one is to be shown
 */
export function bindSentFiles(onChoose: () => void): void {
  const select = getElement('sent-file', HTMLSelectElement)
  select.addEventListener('change', () => {
    chosen = select.value
    onChoose()
  })
}

/** Shows a file that is written besides the email: of any target, the web copy, a vote page, the message's parts. */
export async function showSent({ chosen: issue, settings }: Model): Promise<void> {
  const select = getElement('sent-file', HTMLSelectElement)
  const files = isRendered(issue) ? issue.email.sent : []
  updateContent(select, files, () => createOptions(files))
  const file = findChosen(files)
  select.value = file?.path ?? ''
  if (settings.view !== 'sent') return
  fitSelect(select)
  const key = `${issue?.source} ${issue?.email?.version} ${file?.path}`
  if (key === requested) return
  requested = key
  const content = isRendered(issue) && file ? await createContent(issue, file) : []
  if (key === requested) getElement('view-sent', HTMLElement).replaceChildren(...content)
}

/** The file that the user chose, the same kind of another issue, or the message. */
function findChosen(files: SentFile[]): SentFile | undefined {
  const kind = chosen.slice(chosen.lastIndexOf('/') + 1)
  return (
    files.find(({ path }) => path === chosen) ??
    files.find(({ path }) => kind !== '' && path.endsWith(`/${kind}`)) ??
    files.find(({ output }) => output === 'eml') ??
    files[0]
  )
}

function createOptions(files: SentFile[]): Node[] {
  // Files of all targets come last.
  const targets = [...new Set(files.map(({ target }) => target))].sort(
    (one, other) => Number(one === null) - Number(other === null),
  )
  return targets.map((target) =>
    createElement(
      'optgroup',
      { label: target === null ? 'For all targets' : `For ${target}` },
      ...files
        .filter((file) => file.target === target)
        .map(({ output, path, target: of }) => {
          const title = titles[output] ?? output
          const words = several.includes(output) ? `${title}: ${formatFileName(output, path)}` : title
          return createElement('option', { value: path }, of === null ? words : `${words}, ${of}`)
        }),
    ),
  )
}

/** What tells a file from the others of its output: its name, or, of a vote page, `feedback/loved-it`. */
function formatFileName(output: string, path: string): string {
  return output === 'vote-pages'
    ? path.replace(/^vote\/[^/]+\//, '').replace(/\/index\.html$/, '')
    : path.slice(path.lastIndexOf('/') + 1)
}

async function createContent(issue: RenderedIssue, file: SentFile): Promise<Node[]> {
  const head = createElement(
    'p',
    { class: 'sent-head' },
    createElement('code', {}, file.path),
    ` ${formatNumber(file.bytes)} bytes`,
  )
  return [head, await createBody(issue, file)]
}

async function createBody(issue: RenderedIssue, { output, path }: SentFile): Promise<Node> {
  const url = createEmailUrl(issue, `sent/${path.split('/').map(encodeURIComponent).join('/')}`)
  if (/\.html$/.test(path))
    return createElement('iframe', { src: url, title: path, sandbox: 'allow-same-origin' })
  if (/\.(?:png|jpe?g|gif|webp|svg|avif|bmp|ico)$/i.test(path))
    return createElement('img', { src: url, alt: path })
  const message =
    output === 'eml'
      ? await fetchText(`${createEmailUrl(issue, 'message.json')}?path=${encodeURIComponent(path)}`)
      : undefined
  if (message !== undefined) return createMessage(JSON.parse(message))
  return createElement('pre', {}, (await fetchText(url)) ?? '')
}

function createMessage({ headers, parts }: ParsedMessage): HTMLElement {
  return createElement(
    'div',
    { class: 'message' },
    createElement('h3', {}, 'Headers'),
    createFields(headers),
    createElement('h3', {}, 'Parts'),
    createElement('ul', {}, ...parts.map(createPart)),
  )
}

function createFields(fields: HeaderField[]): HTMLElement {
  const rows = fields.flatMap(({ name, value }) => [
    createElement('dt', {}, name),
    createElement('dd', {}, value),
  ])
  return createElement('dl', { class: 'fields' }, ...rows)
}

function createPart({ depth, type, fields, bytes }: MessagePart): HTMLElement {
  const item = createElement(
    'li',
    {},
    createElement('code', { class: 'what' }, type.replace(/;\s*boundary=.*/i, '')),
    ` ${formatNumber(bytes)} bytes`,
    createFields(fields),
  )
  item.style.setProperty('--depth', String(depth))
  return item
}

/**
 * Binds the button that sends a test to the addresses of the config's `test`.
 * @param getChosen the issue on screen
 * @param onResult called with what became of it
 */
export function bindTestSending(
  getChosen: () => PageIssue | undefined,
  onResult: (text: string, failed: boolean) => void,
): void {
  const button = getElement('send-test', HTMLButtonElement)
  button.addEventListener('click', async () => {
    const issue = getChosen()
    if (!issue) return
    button.disabled = true
    try {
      const response = await fetch('send', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ issue: issue.source }),
      })
      onResult(await response.text(), !response.ok)
    } catch {
      onResult('Cannot send: `issue watch` does not respond', true)
    } finally {
      button.disabled = false
    }
  })
}

/** Shows where a test would go. */
export function showTestAddresses({ state, chosen: issue }: Model): void {
  const addresses = state?.testAddresses ?? []
  const button = getElement('send-test', HTMLButtonElement)
  button.hidden = addresses.length === 0 || !isRendered(issue)
  button.title = `To ${addresses.join(', ')}`
}
