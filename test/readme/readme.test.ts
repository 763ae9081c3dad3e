/**
 * The README shows what really happens: what stands between `<!-- begin: NAME -->` and `<!-- end: NAME -->` is made
 * here. `UPDATE=1 npx vitest run test/readme` writes it anew.
 */
import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { checks } from '../../src/checks/index.ts'
import { linkOnline } from '../../src/checks/link-online.ts'
import { createConfigSchema } from '../../src/config/config-schema.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { frontMatterSchema } from '../../src/parse/front-matter-schema.ts'
import { defaultSettings } from '../../src/settings.ts'
import { createThemes } from '../../src/theme/themes.ts'
import type { AttributeSpec, BlockSpec } from '../../src/types.ts'

const root = join(import.meta.dirname, '..', '..')
const path = join(root, 'README.md')
const cli = join(root, 'lib', 'cli.js')
const workshop = mkdtempSync(join(tmpdir(), 'issuepress-readme-'))
afterAll(() => rmSync(workshop, { recursive: true, force: true }))

const sections: Record<string, () => string> = {
  build: () => toConsole('npm ci && npx issue build', run(['build', '--out', join(workshop, 'dist')], root)),
  blocks: toBlockTable,
  checks: toCheckTable,
  targets: () => toConsole('npx issue targets', run(['targets'], root)),
  help: () => toConsole('npx issue build --help', run(['build', '--help'], root)),
  'watch-help': () => toConsole('npx issue watch --help', run(['watch', '--help'], root)),
  tally: () => {
    const args = ['poll', 'tally', 'sora', 'feedback', '--log', 'access.log']
    const folder = join(workshop, 'tally')
    cpSync(join(root, 'test/polls/tally/pages'), folder, { recursive: true })
    return toConsole(`npx issue ${args.join(' ')}`, run(args, folder))
  },
  sponsors: () => toConsole('npx issue sponsors', run(['sponsors'], root)),
  'send-help': () => toConsole('npx issue send --help', run(['send', '--help'], root)),
  error: () =>
    toConsole('npx issue build', run(['build', '--out', workshop], join(import.meta.dirname, 'newsletter'))),
  json: () =>
    `\`\`\`json\n${run(['build', '--reporter', 'json', '--out', workshop], join(import.meta.dirname, 'newsletter'))}\n\`\`\``,
}

describe.each(Object.keys(sections))('the section %s', (name) => {
  test('is what really happens', () => {
    const readme = readFileSync(path, 'utf8')
    const [before, rest] = readme.split(`<!-- begin: ${name} -->\n`)
    const [shown, after] = (rest ?? '').split(`<!-- end: ${name} -->`)
    const actual = `\n${sections[name]?.()}\n\n`
    if (process.env.UPDATE === '1')
      writeFileSync(path, `${before}<!-- begin: ${name} -->\n${actual}<!-- end: ${name} -->${after}`)
    else expect(actual).toBe(shown)
    expect(after).toBeDefined()
  })
})

test.each([
  ['front matter', Object.keys(frontMatterSchema.entries)],
  ['config', Object.keys(createConfigSchema([]).entries)],
])('names every key of the %s', (_, keys) => {
  const readme = readFileSync(path, 'utf8')
  expect(keys.filter((key) => !new RegExp(`\`${key}[\`:]|^ *${key}:`, 'm').test(readme))).toEqual([])
})

/** What a person sees in the terminal: the written paths, then what is said. */
function run(args: string[], cwd: string): string {
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    encoding: 'utf8',
    env: { NO_COLOR: '1' },
  })
  return (stdout + stderr)
    .replaceAll(/(?:\.\.\/)*\S*issuepress-readme-[^/\s]*(?:\/dist)?\/?/g, 'dist/')
    .trim()
}

function toConsole(command: string, output: string): string {
  return `\`\`\`console\n$ ${command}\n${output}\n\`\`\``
}

function toBlockTable(): string {
  const blocks =
    createThemes(loadTemplates(), defaultSettings).get('default')?.blocks ?? new Map<string, BlockSpec>()
  const rows = [...blocks.values()].map(
    (spec) => `| ${toForm(spec)} | ${spec.description} | ${toAttributes(spec)} |`,
  )
  return ['| block | what it is | attributes |', '| --- | --- | --- |', ...rows.sort()].join('\n')
}

/** Each row has an anchor, which the messages' links lead to. */
function toCheckTable(): string {
  const rows = [...checks, linkOnline].map(({ name, level, summary, options = {} }) => {
    const told = Object.entries(options).map(([key, value]) => `\`${key}: ${JSON.stringify(value)}\``)
    return `| <a id="${name}"></a>\`${name}\` | ${level} | ${summary} | ${told.join(', ')} |`
  })
  return ['| check | level | what is held | options |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

function toForm({ name, label, body, items }: BlockSpec): string {
  const colons = body === 'none' && !items ? '::' : ':::'
  const brackets = label === 'none' ? '' : label === 'required' ? '[Label]' : '[label]'
  return `\`${colons}${name}${brackets}\``
}

function toAttributes({ attributes }: BlockSpec): string {
  return Object.entries(attributes).map(toAttribute).join('; ') || 'none'
}

function toAttribute([name, { required, values, description, default: fallback }]: [
  string,
  AttributeSpec,
]): string {
  const notes = [
    ...(values ? [values.map((value) => `\`${value}\``).join(', ')] : []),
    ...(required ? ['required'] : fallback === undefined ? [] : [`default \`${fallback}\``]),
    ...(description ? [description] : []),
  ]
  return `\`${name}\`${notes.length > 0 ? ` (${notes.join('; ')})` : ''}`
}
