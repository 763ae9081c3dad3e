import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { showCode } from './html-view.ts'
import { createEmailUrl, findDownload, isRendered, type Model } from './model.ts'

/** Shows the plaintext and the HTML, as they are sent. */
export async function showTextViews(model: Model): Promise<void> {
  const { view, columns, samples } = model.settings
  getElement('view-text', HTMLElement).dataset.columns = String(columns)
  if (view === 'text') await showText('text', 'email-text', model, samples)
  if (view === 'html') await showHtml(model)
}

async function showHtml({ chosen }: Model): Promise<void> {
  const container = getElement('html', HTMLElement)
  const requested = isRendered(chosen) ? `${chosen.source} ${chosen.email.version}` : ''
  if (container.dataset.shown === requested) return
  container.dataset.shown = requested
  const lines = isRendered(chosen) ? await fetchText(createEmailUrl(chosen, 'code.json')) : '[]'
  // Another email was requested meanwhile.
  if (container.dataset.shown !== requested) return
  if (lines === undefined) delete container.dataset.shown
  else showCode(JSON.parse(lines))
}

async function showText(id: string, output: string, { chosen }: Model, samples = false): Promise<void> {
  const container = getElement(id, HTMLElement)
  if (!isRendered(chosen)) {
    container.textContent = ''
    delete container.dataset.shown
    return
  }
  const requested = `${chosen.source} ${chosen.email.version} ${samples}`
  if (container.dataset.shown === requested) return
  container.dataset.shown = requested
  const download = findDownload(chosen, output)
  const url = samples ? createEmailUrl(chosen, 'sample.txt') : download?.url
  const text = url === undefined ? undefined : await fetchText(url)
  // Another text was requested meanwhile.
  if (container.dataset.shown !== requested) return
  if (text === undefined) delete container.dataset.shown
  else container.textContent = text
}
