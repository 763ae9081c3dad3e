import { VFile } from 'vfile'
import type { Check } from '../../src/checks/check.ts'
import { defineCheck } from '../../src/checks/check.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { type Rendered, render } from '../../src/render/render.ts'
import { defaultSettings, type Settings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'

/** Reports each paragraph that contains `bad`, at its place. */
export const badWord = defineCheck({
  name: 'bad-word',
  summary: 'No bad words.',
  note: 'Readers mind.',
  level: 'warning',
  options: { word: 'bad' },
  run({ tree, file }, report, { word }) {
    for (const node of tree.children) {
      const { start, end } = node.position ?? {}
      const text = String(file).slice(start?.offset, end?.offset)
      if (node.type === 'paragraph' && text.includes(word)) report(`Unexpected \`${word}\``, { at: node })
    }
  },
})

/** Reports the template's `body`. */
export const bodyTag = defineCheck({
  name: 'body-tag',
  summary: 'No body.',
  note: 'A test.',
  level: 'error',
  run({ document, originOf }, report) {
    for (const root of document.children) {
      const body =
        root.type === 'element' && root.children.find((node) => 'tagName' in node && node.tagName === 'body')
      if (body && body.type === 'element') report('Unexpected `body`', { at: originOf(body) })
    }
  },
})

export interface CheckedIssue extends Rendered {
  /** The messages of the checks: `line severity reason`. */
  lines: string[]
}

/** Renders Markdown as an issue and runs some checks on it. */
export async function renderWithChecks(
  markdown: string,
  checks: readonly Check[],
  settings: Settings['checks'] = {},
): Promise<CheckedIssue> {
  const all = { ...defaultSettings, checks: settings }
  const file = new VFile({ path: 'issues/a.md', value: `# Title\n\n${markdown}\n` })
  const rendered = await render(file, { settings: all, themes: createThemes(loadTemplates(), all), checks })
  const lines = file.messages.map(
    ({ line, fatal, reason }) => `${line} ${fatal ? 'error' : 'warning'} ${reason}`,
  )
  return { ...rendered, lines }
}
