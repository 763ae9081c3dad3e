/** Every shipped block with long words for all that it prints: no line of its plaintext is wider than the others. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { createArchive } from '../../src/blocks/archive.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import type { AttributeSpec, BlockSpec } from '../../src/types.ts'
import { displayWidth } from '../../src/typeset/display-width.ts'

const widest = 72
const long = 'A text of so many words that no line has room for all of them, which goes on and on to its end'
const url = 'https://example.com/an/address/that/is/longer/than/a/line/of/plaintext/and/may/not/be/divided'

/** What a block needs whose attributes or body are of a form of their own. */
const own: Record<string, { attributes?: Record<string, string>; body?: string }> = {
  chart: { attributes: { type: 'bars', file: '', labels: '', values: '' }, body: `- ${long}: 12\n- Few: -7` },
  columns: { body: `${long}\n\n---\n\n${long}` },
  event: { attributes: { id: 'event', start: '2026-02-05', end: '2026-02-07', timezone: 'Europe/Berlin' } },
  include: { attributes: { file: '../parts/part.md' } },
  only: { attributes: { in: 'text' } },
  poll: {
    attributes: { id: 'poll', url: 'https://example.com/{poll}/{option}' },
    body: `${long}?\n\n- ${long}\n- No`,
  },
  'poll-results': { attributes: { from: 'earlier#poll' } },
  related: { attributes: { tag: '', issues: '' } },
  share: { attributes: { via: 'email,bluesky,mastodon,linkedin' } },
  sponsor: { attributes: { id: '' } },
}

const picture = readFileSync(join(import.meta.dirname, '..', 'images', 'plain.png'))
const settings = { ...defaultSettings, name: 'The Tea Letter', url: 'https://example.com' }
const themes = createThemes(loadTemplates(), settings)

function createValue({ type, values, max }: AttributeSpec): string {
  if (type === 'text' || type === 'list') return values?.[0] ?? long
  if (type === 'image') return 'a.png'
  if (type === 'url') return url
  return type === 'number' ? String(max ?? 3) : 'true'
}

function writeBlock({ name, label, body, items, parts, attributes }: BlockSpec): string {
  const { attributes: given = {}, body: content = long } = own[name] ?? {}
  const values = Object.entries(attributes)
    .map(([key, spec]) => [key, given[key] ?? createValue(spec)])
    .filter(([, value]) => value !== '')
    .map(([key, value]) => `${key}="${value}"`)
  const opening = `${name}${label === 'none' ? '' : `[${long}]`}{${values.join(' ')}}`
  return body === 'none' && !items && !parts ? `::${opening}` : `:::${opening}\n${content}\n:::`
}

async function renderBlock(spec: BlockSpec, template: string): Promise<{ text: string; problems: string[] }> {
  const value = `---\ntitle: Title\ndate: 2026-02-01\ntemplate: ${template}\n---\n\n${writeBlock(spec)}\n\n## ${long}\n`
  const file = new VFile({ path: 'issues/document.md', value })
  const earlier = { path: 'issues/earlier.md', slug: 'earlier', title: long, date: '2026-01-01', tags: [] }
  const results = {
    version: 1,
    issue: 'earlier',
    poll: 'poll',
    question: long,
    options: [{ id: 'yes', text: long, votes: 1 }],
    votes: 1,
    sources: { log: 1, csv: 0, mbox: 0 },
    leftOut: { scanner: 0, burst: 0, replaced: 0 },
  }
  const { email } = await render(file, {
    settings: { ...settings, template },
    themes,
    readImage: () => ({ bytes: picture }),
    readFile: () => ({ bytes: Buffer.from(long) }),
    readResults: () => ({ bytes: Buffer.from(JSON.stringify(results)) }),
    slugOf: () => undefined,
    findArchived: createArchive([earlier] as never),
    checks: [],
  })
  return { text: email.text, problems: file.messages.map(String) }
}

describe.each(['default', 'letter', 'digest', 'brand'])('the plaintext of the template %s', (template) => {
  const specs = [...(themes.get(template)?.blocks.values() ?? [])]

  test.each(specs.map((spec) => [spec.name, spec] as const))('wraps the block %s', async (_, spec) => {
    const { text, problems } = await renderBlock(spec, template)
    expect(problems).toEqual([])
    const wide = text.split('\n').filter((line) => displayWidth(line) > widest && !/https?:\/\//.test(line))
    expect(wide).toEqual([])
  })
})
