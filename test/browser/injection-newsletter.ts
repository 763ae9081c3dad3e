/** The places of attacks outside of an issue: the texts of a config, of sponsors, and of a template's wording. */
import { VFile } from 'vfile'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText } from '../../src/config/validate-config.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { type Rendered, render } from '../../src/render/render.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { formatProofSheet } from '../../src/report/format-proof-sheet.ts'
import { defineTarget } from '../../src/targets/define-target.ts'
import { createThemes } from '../../src/theme/themes.ts'
import { removeStyles } from '../support/load-case.ts'

const angles = defineTarget({
  title: 'Angles',
  dialects: [{ open: '<<', close: '>>' }],
  names: { email: '<<EMAIL>>' },
})

/** A config without attacks. */
export const harmless = {
  name: 'News',
  url: 'https://news.test',
  from: { name: 'Ada', email: 'ada@news.test' },
  postalAddress: '1 Street',
  polls: { pages: true, endpoint: 'https://vote.test/' },
  list: { id: 'list.news.test', unsubscribe: { url: 'https://leave.test/' } },
  sponsors: { acme: { name: 'Acme', url: 'https://example.com/' } },
}

/** A config with a tag in every text, one text a line in YAML, and the wording of a template with it. */
export function createConfig(tag: string): { yaml: string; settings: object; words: string } {
  const text = JSON.stringify(`a ${tag}`)
  const address = JSON.stringify(`https://news.test/${tag}`)
  const yaml = `name: ${text}
description: ${text}
url: ${address}
from: { email: ada@news.test, name: ${text} }
postalAddress: ${text}
disclosure: ${text}
assets: { baseUrl: ${address} }
theme: { logo: ${address} }
utm: { medium: email, source: ${text} }
polls:
  pages: true
  endpoint: ${address}
list:
  unsubscribe:
    url: ${address}
sponsors:
  acme:
    name: ${text}
    url: ${address}
    logo: ${address}
    cta: ${text}
    label: ${text}
`
  const at = `a ${tag}`
  const link = `https://news.test/${tag}`
  const settings = {
    name: at,
    description: at,
    url: link,
    from: { email: 'ada@news.test', name: at },
    postalAddress: at,
    disclosure: at,
    assets: { baseUrl: link },
    theme: { logo: link },
    utm: { medium: 'email', source: at },
    polls: { pages: true, endpoint: link },
    list: { unsubscribe: { url: link } },
    sponsors: { acme: { name: at, url: link, logo: link, cta: at, label: at } },
  }
  const keys = [...String(loadTemplates().get('default/strings.yml')).matchAll(/^ {2}([\w-]+):/gm)]
  const words = [...new Set(keys.map(([, key]) => `  ${key}: ${text}`))].join('\n')
  return { yaml, settings, words: `en:\n${words}\n` }
}

/** The lines of a config on which its validation reports errors, and those that have a text of an attack. */
export function validateLines(yaml: string, target: string): { reported: Set<number>; attacked: number[] } {
  const file = new VFile({ path: 'issue.config.yml', value: yaml })
  validateConfigText(file, { target })
  const errors = file.messages.filter(({ fatal }) => fatal)
  const lines = yaml.split('\n')
  return {
    reported: new Set(errors.map(({ line = 0 }) => line)),
    attacked: [...lines.keys()].map((index) => index + 1).filter((line) => /"/.test(lines[line - 1] ?? '')),
  }
}

export interface RenderedPages {
  rendered: Rendered
  pages: Record<string, string>
  /** The reasons of all messages. */
  messages: string[]
}

export interface PagesOptions {
  target: string
  config?: object
  /** Whether the emails have the shipped style sheet, whose rules become attributes and take most of the time. */
  styled?: boolean
  /** A `strings.yml` laid over the shipped one. */
  words?: string
}

/** Renders all pages that an issue becomes, by their names. The config is not validated, as one of the API. */
export async function renderPages(value: string, options: PagesOptions): Promise<RenderedPages> {
  const { templates, settings } = prepare(options)
  const themes = createThemes(templates, settings)
  const create = () => new VFile({ path: 'issues/a.md', value })
  const file = create()
  const rendered = await render(file, { settings, themes, checks: [] })
  const proof = formatProofSheet([rendered], {
    newsletter: settings.name,
    key: 'acme',
    sponsor: settings.sponsors.acme,
  })
  return {
    rendered,
    pages: {
      email: rendered.email.html,
      'web copy': await renderWebCopy(create(), { settings, themes }),
      preview: rendered.convertMarked((marked) => marked),
      proof,
      'placement of the proof':
        /srcdoc="([^"]*)"/.exec(proof)?.[1]?.replace(/&(?:lt|gt|quot|#39|amp);/g, decode) ?? '',
      ...Object.fromEntries(rendered.pages.map(({ path, html }) => [path, html])),
    },
    messages: [file, ...templates.values()].flatMap(({ messages }) => messages.map(({ reason }) => reason)),
  }
}

function prepare({ target, config = harmless, styled = false, words }: PagesOptions) {
  const settings = resolveSettings({ ...config, targets: { angles } } as never, { target })
  const templates = loadTemplates()
  if (!styled) removeStyles(templates)
  const shipped = templates.get('default/strings.yml')
  if (words !== undefined && shipped)
    templates.set(
      'default/strings.yml',
      new VFile({ path: 'templates/default/strings.yml', value: words, data: { shipped } }),
    )
  return { settings, templates }
}

const lean = new VFile({ path: 'layout.html', value: '<!doctype html><body>{{ content }}' })

/** Creates a renderer of emails without a layout and styles, for many short issues. */
export function createShortRenderer(target: string): (value: string) => Promise<string> {
  const { settings, templates } = prepare({ target })
  templates.set('default/layout.html', lean)
  const themes = createThemes(templates, settings)
  return async (value) => {
    const { email } = await render(new VFile({ path: 'issues/a.md', value }), {
      settings,
      themes,
      checks: [],
    })
    return email.html
  }
}

function decode(reference: string): string {
  return { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' }[reference] ?? reference
}
