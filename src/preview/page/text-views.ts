import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { findDownload, isRendered, type Model } from './model.ts'

/** Shows the plaintext and the HTML, as they are sent. */
export async function showTextViews(model: Model): Promise<void> {
  const { view, columns } = model.settings
  getElement('view-text', HTMLElement).dataset.columns = String(columns)
  if (view === 'text') await showText('text', 'email-text', model)
  if (view === 'html') await showText('html', 'email-html', model)
}

async function showText(id: string, output: string, { chosen }: Model): Promise<void> {
  const container = getElement(id, HTMLElement)
  if (!isRendered(chosen)) {
    container.textContent = ''
    delete container.dataset.shown
    return
  }
  const requested = `${chosen.source} ${chosen.email.version}`
  if (container.dataset.shown === requested) return
  container.dataset.shown = requested
  const download = findDownload(chosen, output)
  const text = download && (await fetchText(download.url))
  // Another text was requested meanwhile.
  if (container.dataset.shown !== requested) return
  if (text === undefined) delete container.dataset.shown
  else container.textContent = text
}
