import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { expect, test, vi } from 'vitest'
import { createDocument } from '../property/create-document.ts'
import { createRandom } from '../property/random.ts'

/** What the checks have found: the messages of each text, and those of the templates, in alphabetical order. */
interface Findings {
  issues: string[]
  templates: string[]
}

const samples = join(import.meta.dirname, '../../issues')
const tags = [
  'div',
  'span',
  'p',
  'table',
  'ul',
  'a href="#top"',
  'a href="mailto:a@b.news?bcc=c@d.news"',
  'font',
]
const styles = [
  'color: #777',
  'color: rgb(10 20 30)',
  'background: linear-gradient(red, blue)',
  'background: #fff',
  'margin: -4px auto',
  'position: sticky',
  'border-radius: 4px / 8px',
  'font: bold 24px serif',
  'display: none',
  'opacity: 0.05',
  'width: 50% !important',
  'height: calc(100% - 2px)',
  'mso-hide: all',
  'visibility: hidden',
  'color: #777; background-color: #888',
  'not css',
]

/** Paragraphs of HTML with styles that are equal in several texts, on the same elements and on others. */
function createStyledText(seed: number): string {
  const random = createRandom(seed)
  const paragraphs = Array.from({ length: 8 }, () => {
    const tag = random.pick(tags)
    const style = Array.from({ length: 3 }, () => random.pick(styles)).join(';')
    return `<${tag} align="left" style="${style}">some words</${tag.split(' ')[0]}>`
  })
  return `---\nsubject: Styles\npreheader: ${seed}\n---\n\n${paragraphs.join('\n\n')}\n`
}

const texts = [
  ...readdirSync(samples)
    .filter((name) => name.endsWith('.md'))
    .map((name) => readFileSync(join(samples, name), 'utf8')),
  ...Array.from({ length: 30 }, (_, index) => createStyledText(index + 1)),
  ...Array.from({ length: 30 }, (_, index) => createDocument(index + 1).parts.join('')),
]

/** Renders texts one after the other with a tool that has been loaded anew, so that it has stored nothing. */
async function checkInFreshTool(own: readonly string[], template: string): Promise<Findings> {
  vi.resetModules()
  const { loadTemplates } = await import('../../src/files/load-templates.ts')
  const { createThemes } = await import('../../src/theme/themes.ts')
  const { render } = await import('../../src/render/render.ts')
  const { defaultSettings } = await import('../../src/settings.ts')
  const settings = { ...defaultSettings, template, url: 'https://tea.news', clients: ['gmail', 'outlook'] }
  const files = loadTemplates()
  const themes = createThemes(files, settings)
  const format = ({ messages }: VFile) =>
    messages.map(({ ruleId, reason, note, line, column, fatal }) =>
      [ruleId, reason, note, line, column, fatal].join(' | '),
    )
  const issues: string[] = []
  for (const text of own) {
    const file = new VFile({ path: 'issues/a.md', value: text })
    const { counts } = await render(file, { settings, themes })
    issues.push([...format(file), JSON.stringify(counts)].join('\n'))
  }
  return { issues, templates: [...files.values()].flatMap(format).sort() }
}

test.each(['default', 'letter', 'digest', 'brand'])(
  'the checks find the same with the template %s, whatever was checked before',
  async (template) => {
    const forward = await checkInFreshTool(texts, template)
    const backward = await checkInFreshTool([...texts].reverse(), template)
    expect(backward.issues.reverse()).toEqual(forward.issues)
    expect(backward.templates).toEqual(forward.templates)
    for (const index of [3, 5, 20, 40]) {
      const alone = await checkInFreshTool([texts[index] ?? ''], template)
      expect(alone.issues).toEqual([forward.issues[index]])
    }
    expect(forward.issues.filter((messages) => messages.includes('client-support')).length).toBeGreaterThan(
      20,
    )
  },
)
