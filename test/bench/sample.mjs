/**
 * The sample newsletter for benchmarks that render in their own process: texts of 5 and 35 KB made of its issues, one of a
 * single sentence, and what renders them.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { parse as parseYaml } from 'yaml'
import { createThemes, loadTemplates, readImage, render, resolveSettings } from '../../lib/index.js'

const root = join(import.meta.dirname, '..', '..')

const config = parseYaml(readFileSync(join(root, 'issue.config.yml'), 'utf8'))
const settings = resolveSettings(config)
const themes = createThemes(loadTemplates(), settings)
const pictures = new Map()

/** Pictures are read from the disk once: how fast the disk is does not matter here. */
function readOnce(path) {
  if (!pictures.has(path)) pictures.set(path, readImage(root, path))
  return pictures.get(path)
}

const names = readdirSync(join(root, 'issues')).filter((name) =>
  /^2024-1(1|2-[01]).*(?<!letter)\.md$/.test(name),
)
const samples = names.map((name) => readFileSync(join(root, 'issues', name), 'utf8'))

/** The Markdown of an issue without its front matter. */
export const bodyOf = (text) => text.replace(/^---\n[\s\S]*?\n---\n/, '')

const frontMatterOf = (text) => /^---\n[\s\S]*?\n---\n/.exec(text)[0]

/** No two texts are the same, as after each save: an answer about a whole issue is of no use for the next. */
export const sizes = {
  '5 KB': (number) => `${samples[number % samples.length]}\nIt was saved ${number} times.\n`,
  '35 KB': (number) => {
    const bodies = Array.from({ length: 8 }, (_, index) => bodyOf(samples[(number + index) % samples.length]))
    // The name of a poll or a footnote may stand in an issue only once.
    const numbered = bodies.map((body, index) =>
      body.replaceAll(/(:::poll\{#[\w-]+|\[\^\w+)/g, `$1-${index}`),
    )
    return `${frontMatterOf(samples[0])}${numbered.join('\n')}\nIt was saved ${number} times.\n`
  },
  // What it costs depends on the template and the settings alone.
  empty: (number) => `${frontMatterOf(samples[0])}It was saved ${number} times.\n`,
}

/**
 * Renders an issue as `issue build` does, but for the disk; `checks: []` in the options leaves the checks out.
 * @throws {Error} when it cannot be rendered: an email that is not there is no fast one
 */
export async function renderText(text, checks) {
  const rendered = await render(new VFile({ path: 'issues/2024-12-24-bench.md', value: text }), {
    settings,
    themes,
    readImage: readOnce,
    ...checks,
  })
  const fault = rendered.issue.file.messages.find(({ ruleId }) => ruleId === 'template-fault')
  if (fault) throw new Error(`${fault.reason}: ${fault.note}`)
  return rendered
}
