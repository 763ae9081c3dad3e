/**
 * What every target makes of the neutral names, of code samples and of its own tags, held against `tags.yml`, which was
 * written by hand.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import Handlebars from 'handlebars'
import { Liquid } from 'liquidjs'
import { VFile } from 'vfile'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { mergeDialect } from '../../src/checks/merge-dialect.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { render } from '../../src/render/render.ts'
import { defaultSettings } from '../../src/settings.ts'
import { targetNames } from '../../src/targets/index.ts'
import { createThemes } from '../../src/theme/themes.ts'

interface Expected {
  text: string | null
  fallback: string | null
  link: string | null
  attribute: string
  subject: string
  plaintext: string | null
  cell: string | null
  vote: string | null
  sample: string
  code: { html: string; text: string }
  native: string[]
}

const all: Record<string, Expected> = parse(
  readFileSync(join(import.meta.dirname, 'tags.yml'), 'utf8').replaceAll('⟨WJ⟩', '\u2060'),
)

/** The cases stand between « and », which nothing escapes. */
const layouts = {
  'default/layout.html':
    '{{ content }}<p title="«attribute {{ merge.first_name | fallback: \'there\' }}»">x</p>\n',
  'default/layout.txt': '{{ content }}\n',
  'default/style.css': '',
}

async function draw(target: string, body: string) {
  const settings = { ...defaultSettings, target, targets: [target] }
  const templates = loadTemplates()
  for (const [path, value] of Object.entries(layouts)) templates.set(path, new VFile({ path, value }))
  const head = '---\ntitle: T\nsubject: "«subject [there](merge:first_name)»"\n---\n\n'
  const file = new VFile({ path: 'issues/a.md', value: head + body })
  const themes = createThemes(templates, settings)
  const { email } = await render(file, { settings, themes, checks: [mergeDialect] })
  return { ...email, messages: file.messages }
}

function find(text: string, name: string): string | null {
  return new RegExp(`«${name} ([\\s\\S]*?)»`).exec(text)?.[1] ?? null
}

test('every target has its table', () => {
  expect(Object.keys(all)).toEqual(targetNames)
})

describe.each(Object.entries(all))('%s', (target, expected) => {
  const body = [
    '«text [](merge:first_name)»',
    '«fallback [there](merge:first_name)»',
    '«link [out](merge:unsubscribe_url)»',
    '| a | b |\n| - | - |\n| «cell [there](merge:first_name)» | x |',
    `«code \`${expected.sample}\`»`,
    `\`\`\`\n«fence ${expected.sample}»\n\`\`\``,
  ].join('\n\n')
  const drawn = draw(target, body)

  test('has the neutral names in HTML', async () => {
    const { html, messages } = await drawn
    if (expected.text === null) {
      const reasons = messages.map(({ reason }) => reason)
      expect(reasons).toContain(
        `Unexpected \`merge:first_name\`, which the target \`${target}\` lacks, expected \`email\` or \`subscriber_id\``,
      )
    } else {
      expect(find(html, 'text')).toBe(expected.text)
      expect(find(html, 'fallback')).toBe(expected.fallback)
      expect(find(html, 'cell')).toBe(expected.cell)
    }
    expect(find(html, 'attribute')).toBe(expected.attribute)
  })

  test('has the link, or says why it has none', async () => {
    const { html, messages } = await drawn
    if (expected.link !== null) expect(find(html, 'link')).toBe(expected.link)
    else
      expect(messages.find(({ reason }) => reason.includes('merge:unsubscribe_url'))?.note).toMatch(
        /adds a link of its own to every message/,
      )
  })

  test('has them in the subject and in plaintext', async () => {
    const { subject, text } = await drawn
    expect(find(subject, 'subject')).toBe(expected.subject)
    if (expected.plaintext !== null) expect(find(text, 'fallback')).toBe(expected.plaintext)
  })

  test('has the subscriber in the address of a vote, or says that it cannot', async () => {
    const poll = ':::poll{#a url="https://v.example/?o={option}&s={subscriber}"}\nWell?\n\n- Yes\n- No\n:::'
    const { html, text, messages } = await draw(target, poll)
    const reasons = messages.map(({ reason }) => reason)
    if (expected.vote === null) {
      expect(reasons).toContain(`Cannot fill in \`{subscriber}\` for the target \`${target}\``)
    } else {
      expect(reasons.filter((reason) => reason.includes('{subscriber}'))).toEqual([])
      expect(html).toContain(`href="https://v.example/?o=yes&amp;s=${expected.vote}"`)
      expect(text).toContain(`https://v.example/?o=yes&s=${expected.vote}`)
    }
  })

  test('keeps a code sample from its engine', async () => {
    const { html, text } = await drawn
    expect(find(html, 'code')).toBe(`<code>${expected.code.html}</code>`)
    expect(find(html, 'fence')).toBe(expected.code.html)
    expect(find(text, 'code')).toBe(`\`${expected.code.text}\``)
    expect(find(text, 'fence')).toBe(expected.code.text)
  })

  test.each(expected.native)('passes %s byte for byte', async (tag) => {
    const { html, text, messages } = await draw(target, `«native ${tag}»\n\n[«](<https://example.com/>)`)
    expect(find(html, 'native')).toBe(tag)
    expect(find(text, 'native')?.replace(/\s+/g, ' ')).toBe(tag)
    expect(messages.filter(({ ruleId }) => ruleId === 'merge-dialect').map(String)).toEqual([])
  })
})

/** The engines that can be had here, with what stands in for a provider's own. */
const engines: Record<string, (template: string) => Promise<string>> = {
  kit: toLiquid,
  customerio: toLiquid,
  sendgrid: toHandlebars,
  ses: toHandlebars,
}

async function toLiquid(template: string): Promise<string> {
  return new Liquid().parseAndRender(template, { tag: 'done' })
}

async function toHandlebars(template: string): Promise<string> {
  return Handlebars.compile(template)({ tag: 'done' }, { helpers: { insert: () => '' } })
}

test.each(Object.entries(engines))(
  'the engine of %s prints a sample as it was written',
  async (target, print) => {
    const samples = [
      (all[target] as Expected).sample,
      '{{{ three }}}',
      '{{ "quoted" | x }}',
      '{{{{ four }}}}',
    ]
    const body = `${samples.map((each) => `\`${each}\``).join(' ')} and \\{{ escaped }}, {{ tag }}`
    const { html, text } = await draw(target, body)
    const seen = [(await print(html)).replaceAll('&#123;', '{').replaceAll('&quot;', '"'), await print(text)]
    for (const printed of seen.map((each) => each.replace(/\u2060/g, '').replace(/\s+/g, ' '))) {
      for (const sample of samples) expect(printed).toContain(sample)
      expect(printed).toContain('{{ escaped }}, done')
    }
  },
)
