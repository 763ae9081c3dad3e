/** Native tags as addresses, each in every place where a link can be, held against `links.yml`. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { checks } from '../../src/checks/index.ts'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { renderWebCopy } from '../../src/render/render-web-copy.ts'
import { targetNames } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'

const all: Record<string, string[]> = parse(readFileSync(join(import.meta.dirname, 'links.yml'), 'utf8'))

/** What is written around an address in each place; `undefined` where Markdown has no such form for it. */
const places: Record<string, (link: string) => string | undefined> = {
  inline: (link) => (/[\s<>]/.test(link) ? undefined : `[Follow this way out](${link})`),
  'in angle brackets': (link) => (/[<>]/.test(link) ? undefined : `[Follow this way out](<${link}>)`),
  'with a title': (link) => (/[\s<>]/.test(link) ? undefined : `[Follow this way out](${link} "Out")`),
  'a definition': (link) =>
    /[\s<>]/.test(link) ? undefined : `[Follow this way out][one].\n\n[one]: ${link}`,
  'a definition in angle brackets': (link) =>
    /[<>]/.test(link) ? undefined : `[Follow this way out][two].\n\n[two]: <${link}>`,
  'an autolink': (link) => (/^https:[^\s<>]*$/.test(link) ? `Go to <${link}> today.` : undefined),
  'a bare address': (link) => (/^https:[^\s[\]'"{}|*]*$/.test(link) ? `Go to ${link} today.` : undefined),
  'raw HTML': (link) => `Words <a href="${link}">Follow this way out</a>.`,
  'a block of raw HTML': (link) => `<p><a href="${link}">Follow this way out</a></p>`,
  'a table cell': (link) =>
    /[|\s<>]/.test(link) ? undefined : `| a | b |\n| - | - |\n| [Follow this way out](${link}) | x |`,
  'a block’s attribute': (link) => `::button[Follow this way out]{url="${link}"}`,
}

/** A layout in which the address is written, too, unless its quotation marks would end the attribute. */
function addLayout(templates: Templates, link: string): void {
  const tag = link.includes('"') ? '' : `{% raw %}${link}{% endraw %}`
  const files = {
    'layout.html': `<!doctype html><html lang="en"><head><title>{{ issue.subject }}</title></head><body>{{ content }}<h2>a layout</h2>${tag && `<p><a href="${tag}">Follow this way out</a></p>`}</body></html>\n`,
    'layout.txt': `{{ content }}\n${tag}\n`,
  }
  for (const [path, value] of Object.entries(files))
    templates.set(`default/${path}`, new VFile({ path, value }))
}

async function renderLink(target: string, link: string, body: string) {
  const settings = resolveSettings(
    { name: 'N', url: 'https://n.dev', postalAddress: '1 Street', utm: { source: 's', medium: 'm' } },
    { target },
  )
  const templates = loadTemplates()
  addLayout(templates, link)
  const create = () =>
    new VFile({ path: 'issues/a.md', value: `---\ntitle: A title\npreheader: P\n---\n\n${body}\n` })
  const file = create()
  const themes = createThemes(templates, settings)
  const { email } = await render(file, { settings, themes, checks })
  const web = await renderWebCopy(create(), { settings, themes })
  return { ...email, web, messages: [file, ...templates.values()].flatMap(({ messages }) => messages) }
}

type Templates = ReturnType<typeof loadTemplates>

test('every target has its links', () => {
  expect(Object.keys(all)).toEqual(targetNames)
})

describe.each(Object.entries(all))('%s', (target, links) => {
  test.each(links)('passes %s', async (link) => {
    const written = Object.entries(places).flatMap(([place, write]) => {
      const body = write(link)
      return body === undefined ? [] : [{ place, body }]
    })
    const body = written.map((each) => `## ${each.place}\n\n${each.body}`).join('\n\n')
    const { html, text, web, messages } = await renderLink(target, link, body)
    const sections = html.split(/<h2[^>]*>/).slice(1)
    const without = sections.filter((section) => !section.includes(` href="${link}"`))
    const last = link.includes('"') ? ['a layout'] : []
    expect(without.map((section) => /^[^<]*/.exec(section)?.[0])).toEqual(last)
    expect(sections.length).toBe(written.length + 1)
    expect(text).toContain(link)
    expect(`${html}\n${text}`).not.toMatch(/utm_\w+=[^"\s]*(?:%|\{|\[)|[\ue000-\ue8ff]/)
    for (const end of ['?', '&', '/']) expect(`${html}\n${text}`).not.toContain(link + end)
    const rules = messages.map(({ ruleId = '' }) => ruleId)
    expect(rules.filter((rule) => /^(?:link|merge|html|image|text)-/.test(rule))).toEqual([])
    expect(web).not.toContain(link)
    expect(web).not.toMatch(/TrackLink|[\ue000-\ue8ff]/)
  })
})
