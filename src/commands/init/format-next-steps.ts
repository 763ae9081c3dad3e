import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describePostalAddress } from '../../scaffold/describe-postal-address.ts'
import type { Target } from '../../targets/target.ts'
import type { Context } from '../context.ts'
import type { NewFiles } from './select-new-files.ts'
import type { TypedChoices } from './validate-choices.ts'

interface Written {
  /** The newsletter's folder, absolute. */
  folder: string
  /** The same relative to the working directory; empty for that itself. */
  shownFolder: string
  selected: NewFiles
  choices: TypedChoices
  target: Target
  context: Pick<Context, 'environment' | 'version'>
  /** The mailbox of senders that nobody has typed. */
  defaultEmail: string
}

const scripts = { build: 'issue build', watch: 'issue watch', check: 'issue check --strict' }

/** Formats what to do with a newsletter that was just written: a package's manifest to complete, commands, what is made up. */
export function formatNextSteps(written: Written): string {
  const { shownFolder, context, selected } = written
  const manager = resolveManager(context.environment.npm_config_user_agent)
  const folder = /^[\w./\\-]+$/.test(shownFolder) ? shownFolder : `"${shownFolder}"`
  const steps = [
    ...(shownFolder === '' ? [] : [`cd ${folder}`]),
    ...(selected.present.includes('package.json') ? formatManifestCommands(written) : []),
    `${manager.name} install`,
    `${manager.run} issue build`,
    `${manager.run} issue watch`,
  ]
  return `\nNext:\n${steps.map((step) => `  ${step}\n`).join('')}${formatMadeUp(written)}`
}

/** The program that has called, as npm, pnpm and Yarn name themselves, and how it runs a command of a package. */
function resolveManager(agent = ''): { name: string; run: string } {
  const [name = ''] = agent.split('/')
  return name === 'pnpm' || name === 'yarn' ? { name, run: name } : { name: 'npm', run: 'npx' }
}

/** The commands that add to a `package.json` what the written one would have had. */
function formatManifestCommands({ folder, context }: Written): string[] {
  const manifest = readManifest(folder)
  const missing = Object.entries(scripts).filter(([name]) => manifest.scripts?.[name] === undefined)
  const hasTool = { ...manifest.dependencies, ...manifest.devDependencies }.issuepress !== undefined
  return [
    ...(hasTool ? [] : [`npm pkg set devDependencies.issuepress="^${context.version}"`]),
    ...(missing.length === 0
      ? []
      : [`npm pkg set ${missing.map(([name, line]) => `scripts.${name}="${line}"`).join(' ')}`]),
  ]
}

interface Manifest {
  scripts?: Record<string, unknown>
  dependencies?: Record<string, unknown>
  devDependencies?: Record<string, unknown>
}

function readManifest(folder: string): Manifest {
  try {
    const manifest: unknown = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
    return typeof manifest === 'object' && manifest !== null ? manifest : {}
  } catch {
    return {}
  }
}

/** What the config says that is made up; nothing if it was not written. */
function formatMadeUp({ selected, choices, target, defaultEmail }: Written): string {
  if (!selected.files.some(({ path }) => path === 'issue.config.yml')) return ''
  const keys = [
    ...(describePostalAddress(target).isNeeded ? ['`postalAddress`'] : []),
    ...(choices.from.includes(defaultEmail) ? ['`from`'] : []),
  ]
  if (keys.length === 0) return ''
  const [are, them] = keys.length > 1 ? ['are', 'them'] : ['is', 'it']
  return `\nBefore you send: ${keys.join(' and ')} in issue.config.yml ${are} made up. Replace ${them} first.\n`
}
