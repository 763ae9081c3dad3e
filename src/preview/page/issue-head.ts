import type { PageIssue, PageState } from '../page-state.ts'
import { copyText } from './copy-text.ts'
import { createElement } from './create-element.ts'
import { createIcon } from './create-icon.ts'
import { createProse } from './create-prose.ts'
import { fetchText } from './fetch-text.ts'
import { formatName, formatNumber, formatState } from './format-issue.ts'
import { getElement } from './get-element.ts'
import { findDownload, isRendered, type Model } from './model.ts'
import { showNotice } from './notice.ts'
import { createSizeMeter } from './size-meter.ts'
import { updateContent } from './update-content.ts'

const noSender = 'An .eml needs a sender: write `from:` in the config or in the front matter.'

/** Shows the head above all views: subject, state, size, and a banner when the issue is broken. */
export function showIssueHead({ chosen, state }: Model): void {
  getElement('chosen', HTMLElement).hidden = chosen === undefined
  if (!chosen) return
  getElement('subject', HTMLElement).textContent = formatName(chosen)
  const { state: name, source, email } = chosen
  const words = formatState(chosen)
  const stateLine = getElement('state', HTMLElement)
  stateLine.className = `state ${name}`
  updateContent(stateLine, [name, words, source], () => [
    createIcon(name),
    createElement('span', { class: 'word' }, words),
    createElement('span', { class: 'path' }, source),
  ])
  const bytes = email?.downloads['email-html']?.bytes
  updateContent(getElement('weight', HTMLElement), bytes, () =>
    bytes === undefined ? [] : createSizeMeter(bytes),
  )
  const banner =
    name === 'broken' && !chosen.restored
      ? { words: formatBannerText(chosen), message: findCause(state, source) }
      : null
  updateContent(getElement('banner', HTMLElement), banner, () => (banner ? createBanner(banner) : []))
  const download = getElement('download-eml', HTMLButtonElement)
  const hasMessage = email?.downloads.eml !== undefined
  download.disabled = !hasMessage
  download.title = email && !hasMessage ? noSender : ''
  for (const id of ['copy-html', 'copy-text']) getElement(id, HTMLButtonElement).disabled = email === null
}

function formatBannerText({ email, isCurrent }: PageIssue): string {
  if (!email) return 'This issue cannot be rendered yet.'
  return isCurrent
    ? 'This issue cannot be rendered as intended. You see the best possible version.'
    : 'This issue cannot be rendered now. You see its last good version.'
}

/** Finds the error that breaks the issue: one without a URL, since checks, which have one, break no issue. */
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

/**
 * Binds the copy buttons.
 * @param getChosen the issue on screen
 */
export function bindCopying(getChosen: () => PageIssue | undefined): void {
  const bind = (id: string, output: string, words: string) => {
    const button = getElement(id, HTMLButtonElement)
    button.addEventListener('click', async () => {
      const issue = getChosen()
      if (!isRendered(issue)) return
      const download = findDownload(issue, output)
      const text = download && (await fetchText(download.url))
      if (text === undefined) showNotice('Cannot copy: `issue watch` does not respond', true)
      else if (await copyText(text))
        showNotice(formatSuccess(`Copied the ${words}`, new TextEncoder().encode(text).length, issue.state))
      else showNotice('Cannot copy: your browser does not allow it', true)
    })
  }
  bind('copy-html', 'email-html', 'HTML')
  bind('copy-text', 'email-text', 'plaintext')
}

/**
 * Binds the download button.
 * @param getChosen the issue on screen
 */
export function bindDownloading(getChosen: () => PageIssue | undefined): void {
  getElement('download-eml', HTMLButtonElement).addEventListener('click', () => {
    const issue = getChosen()
    const message = isRendered(issue) ? findDownload(issue, 'eml') : undefined
    if (!issue || !message) return
    // The response is an attachment, so the page stays.
    const link = createElement('a', { href: message.url, download: `${issue.slug}.eml` })
    link.click()
    showNotice(formatSuccess('Downloading the message', message.bytes, issue.state))
  })
}

function formatSuccess(action: string, bytes: number, state: PageIssue['state']): string {
  const text = `${action}, ${formatNumber(bytes)} bytes`
  if (state === 'broken') return `${text}. It is the last good version.`
  return state === 'errors' ? `${text}. It has errors: fix them before you send it.` : text
}
