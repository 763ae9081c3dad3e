import type { PageIssue, PageState } from '../page-state.ts'
import { copyText } from './copy-text.ts'
import { createElement } from './create-element.ts'
import { createIcon } from './create-icon.ts'
import { createProse } from './create-prose.ts'
import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { toName, toNumber, toStateWords } from './issue-words.ts'
import { findDownload, isRendered, type Model } from './model.ts'
import { showNotice } from './notice.ts'
import { updateContent } from './update-content.ts'
import { createWeight } from './weight.ts'

const noSender = 'There is no .eml without a sender: write `from:` in the config or in the front matter.'

/** What stands above every view: the subject, the state, the weight, and what is wrong with what is shown. */
export function showIssueHead({ chosen, state }: Model): void {
  getElement('chosen', HTMLElement).hidden = chosen === undefined
  if (!chosen) return
  getElement('subject', HTMLElement).textContent = toName(chosen)
  const { state: name, source, email } = chosen
  const words = toStateWords(chosen)
  const stateLine = getElement('state', HTMLElement)
  stateLine.className = `state ${name}`
  updateContent(stateLine, [name, words, source], () => [
    createIcon(name),
    createElement('span', { class: 'word' }, words),
    createElement('span', { class: 'path' }, source),
  ])
  const bytes = email?.downloads['email-html']?.bytes
  updateContent(getElement('weight', HTMLElement), bytes, () =>
    bytes === undefined ? [] : createWeight(bytes),
  )
  const banner =
    name === 'broken' ? { words: toBannerWords(chosen), message: findCause(state, source) } : null
  updateContent(getElement('banner', HTMLElement), banner, () => (banner ? createBanner(banner) : []))
  const download = getElement('download-eml', HTMLButtonElement)
  const hasMessage = email?.downloads.eml !== undefined
  download.disabled = !hasMessage
  download.title = email && !hasMessage ? noSender : ''
  for (const id of ['copy-html', 'copy-text']) getElement(id, HTMLButtonElement).disabled = email === null
}

function toBannerWords({ email, current }: PageIssue): string {
  if (!email) return 'This issue cannot be drawn yet.'
  return current
    ? 'This issue cannot be drawn as it should be. You see the best version that there is.'
    : 'This issue cannot be drawn as it is now. You see its last good version.'
}

/** What checks find keeps no issue from being drawn; it has an address that explains it. */
function findCause(state: PageState | undefined, source: string): string | undefined {
  const errors = state?.messages.filter(({ severity }) => severity === 'error') ?? []
  const own = errors.filter(({ file }) => file === source)
  const cause = own.find(({ url }) => url === null) ?? errors.find(({ url }) => url === null) ?? own[0]
  return cause?.reason
}

function createBanner({ words, message }: { words: string; message: string | undefined }): Node[] {
  const reason = message === undefined ? [] : [' ', ...createProse(message)]
  return [createIcon('broken'), createElement('p', {}, createElement('strong', {}, words), ...reason)]
}

/** @param getChosen the issue on screen */
export function bindCopying(getChosen: () => PageIssue | undefined): void {
  const bind = (id: string, output: string, words: string) => {
    const button = getElement(id, HTMLButtonElement)
    button.addEventListener('click', async () => {
      const issue = getChosen()
      if (!isRendered(issue)) return
      const download = findDownload(issue, output)
      const text = download && (await fetchText(download.address))
      if (text === undefined) showNotice('Cannot copy: `issue watch` does not answer', true)
      else if (await copyText(text))
        showNotice(toPraise(`Copied the ${words}`, new TextEncoder().encode(text).length, issue.state))
      else showNotice('Cannot copy: your browser does not allow it', true)
    })
  }
  bind('copy-html', 'email-html', 'HTML')
  bind('copy-text', 'email-text', 'plaintext')
}

/** @param getChosen the issue on screen */
export function bindDownloading(getChosen: () => PageIssue | undefined): void {
  getElement('download-eml', HTMLButtonElement).addEventListener('click', () => {
    const issue = getChosen()
    const message = isRendered(issue) ? findDownload(issue, 'eml') : undefined
    if (!issue || !message) return
    // A file, not a page: the answer says so, and what is shown stays.
    const link = createElement('a', { href: message.address, download: `${issue.slug}.eml` })
    link.click()
    showNotice(toPraise('Downloading the message', message.bytes, issue.state))
  })
}

function toPraise(deed: string, bytes: number, state: PageIssue['state']): string {
  const praise = `${deed}, ${toNumber(bytes)} bytes`
  if (state === 'broken') return `${praise}. It is the last good version.`
  return state === 'errors' ? `${praise}. It has errors: mend them before you send it.` : praise
}
