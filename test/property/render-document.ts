import { VFile } from 'vfile'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { type Rendered, render } from '../../src/render/render.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { removeStyles } from '../support/load-case.ts'

/** What comes out of a document. */
export interface RenderedDocument {
  file: VFile
  email: Rendered['email']
  rendered: Rendered
}

const layout = `<!doctype html>
<html lang="{{ issue.lang }}"><head><meta charset="utf-8"><title>{{ issue.subject }}</title></head><body>
{{ content }}
</body></html>
`

const settings: Settings = {
  ...defaultSettings,
  name: 'The Tea Letter',
  url: 'https://example.com',
  postalAddress: '1 Kettle Street',
}
// The layouts and the style sheet would take most of the time.
const templates = loadTemplates()
templates.set('default/layout.html', new VFile({ path: 'layout.html', value: layout }))
templates.set('default/layout.txt', new VFile({ path: 'layout.txt', value: '{{ content }}' }))
removeStyles(templates)
const themes = createThemes(templates, settings)

/** A picture of one pixel. */
const pixel = Buffer.from('R0lGODlhAQABAIAAAAAAAP///ywAAAAAAQABAAACAUwAOw==', 'base64')

function createOptions(target: string) {
  return {
    settings: { ...settings, target },
    themes,
    readImage: (path: string) =>
      path.endsWith('a.png') ? { bytes: new Uint8Array(pixel) } : ({ problem: 'missing' } as const),
    slugOf: (path: string) => (path === 'issues/other.md' ? 'other' : undefined),
  }
}

/** Renders a document, and runs all checks if they are requested. */
export async function renderDocument(
  text: string,
  target: string,
  { checked }: { checked: boolean },
): Promise<RenderedDocument> {
  const file = new VFile({ path: 'issues/document.md', value: text })
  const rendered = await render(file, { ...createOptions(target), ...(!checked && { checks: [] }) })
  return { file, email: rendered.email, rendered }
}

/** Renders a document's web copy. */
export function renderWeb(text: string, target: string): Promise<string> {
  const file = new VFile({ path: 'issues/document.md', value: text })
  return renderWebCopy(file, createOptions(target))
}
