import { fetchText } from './fetch-text.ts'
import { getElement } from './get-element.ts'
import { findDownload, isRendered, type Model } from './model.ts'

/** The plaintext and the HTML, as they go out. */
export async function showTextViews(model: Model): Promise<void> {
  const { view, columns } = model.settings
  getElement('view-text', HTMLElement).dataset.columns = String(columns)
  if (view === 'text') await showText('text', 'email-text', model)
  if (view === 'html') await showText('html', 'email-html', model)
}

async function showText(id: string, output: string, { chosen }: Model): Promise<void> {
  const place = getElement(id, HTMLElement)
  if (!isRendered(chosen)) {
    place.textContent = ''
    delete place.dataset.shown
    return
  }
  const wanted = `${chosen.source} ${chosen.email.version}`
  if (place.dataset.shown === wanted) return
  place.dataset.shown = wanted
  const download = findDownload(chosen, output)
  const text = download && (await fetchText(download.address))
  // What was asked for later is what is shown.
  if (place.dataset.shown !== wanted) return
  if (text === undefined) delete place.dataset.shown
  else place.textContent = text
}
