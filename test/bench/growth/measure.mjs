/**
 * Measures families of the growth bench, in a process of its own, since some inputs might never end. It prints a line of
 * JSON before each size, after Issuepress and after remark: `node --expose-gc measure.mjs <bytes at least> <bytes at most> <seconds at most> <families, as JSON>`.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { VFile } from 'vfile'
import { check, createThemes, defaultSettings, loadTemplates, readImage, render } from '../../../lib/index.js'
import { families } from './families.mjs'

const [least, most, longest, names] = process.argv.slice(2).map((argument) => JSON.parse(argument))
const parser = unified().use(remarkParse).use(remarkGfm).use(useDirectives).freeze()
const root = mkdtempSync(join(tmpdir(), 'issuepress-growth-'))

/** What remark-directive does. */
function useDirectives() {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), directive()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}

/** The seconds of the processor that a function takes; the machine may do other things meanwhile. */
async function time(run) {
  globalThis.gc?.()
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1e6
}

const createText = ({ text, matter = 'subject: A\npreheader: B', body = 'A.' }) =>
  text ?? `---\n${matter}\n---\n\n${body}\n`

const settings = {
  ...defaultSettings,
  name: 'Bench',
  url: 'https://bench.news',
  postalAddress: '1 Tower Road',
}
const shipped = createThemes(loadTemplates(), settings)

function loadThemes(templates) {
  if (!templates) return shipped
  const files = loadTemplates()
  for (const [path, value] of Object.entries(templates))
    files.set(path, new VFile({ path: `templates/${path}`, value }))
  return createThemes(files, settings)
}

function renderInput({ target = 'generic', templates, ...input }) {
  const file = new VFile({ path: 'issues/a.md', value: createText(input) })
  return render(file, {
    settings: { ...settings, target },
    themes: loadThemes(templates),
    readImage: (path) => readImage(root, path),
  })
}

/** A config and sponsors are read from the disk. */
function checkFolder({ config = '', sponsors, ...input }) {
  const files = {
    'issue.config.yml': `url: https://bench.news\nfrom: a@bench.news\npostalAddress: 1 Tower Road\n${config}`,
    ...(sponsors && { 'sponsors.yml': sponsors }),
    'issues/a.md': createText(input),
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return check({ root })
}

const size = (input) =>
  ['text', 'matter', 'body', 'config', 'sponsors', ...Object.keys(input.templates ?? {})].reduce(
    (sum, key) => sum + Buffer.byteLength(input[key] ?? input.templates?.[key] ?? ''),
    0,
  )
const isFolder = ({ config, sponsors }) => config !== undefined || sponsors !== undefined

/** Repeats what is too short to be measured once. */
async function measure(run) {
  let best = Number.POSITIVE_INFINITY
  let total = 0
  for (let round = 0; round < 2 && total < 0.3; round += 1) {
    const seconds = await time(run)
    best = Math.min(best, seconds)
    total += seconds
  }
  return best
}

const run = (input) => (isFolder(input) ? checkFolder(input) : renderInput(input))
const print = (line) => process.stdout.write(`${JSON.stringify(line)}\n`)

async function measureFamily(family) {
  const create = families.get(family)
  for (let n = 64; ; n *= 2) {
    const input = create(n)
    const bytes = size(input)
    if (bytes > most) return
    if (bytes < least) continue
    print({ family, bytes })
    let messages = 0
    const seconds = await measure(async () => {
      const { issue, files = [issue?.file] } = await run(input)
      messages = files.reduce((sum, file) => sum + (file?.messages.length ?? 0), 0)
    })
    print({ family, bytes, seconds, messages })
    const markdown = createText(input).replace(/^---\n[\s\S]*?\n---\n/, '')
    const remark = input.body === undefined ? 0 : await measure(() => void parser.parse(markdown))
    print({ family, bytes, remark })
    if (seconds > longest) return
  }
}

// Until the machine code is compiled, the first sizes would take longer than larger ones.
const prose =
  '## A heading\n\nSome *words*, [a link](https://a.news/) and <b>more</b>.\n\n:::callout\na\n:::\n\n'
for (let warm = 0; warm < 4; warm += 1) await run({ body: prose.repeat(20) })
for (const name of names) {
  try {
    await measureFamily(name)
  } catch (error) {
    print({ family: name, failure: String(error?.stack ?? error) })
  }
}
rmSync(root, { recursive: true, force: true })
