import { dirname } from 'node:path'
import { VFile } from 'vfile'
import { shippedBlocks } from '../blocks/shipped/index.ts'
import type { Config } from '../config/config.ts'
import { resolveSettings } from '../config/resolve-settings.ts'
import { type ConfigOverrides, validateConfigText, validateConfigValue } from '../config/validate-config.ts'
import { expectedName } from '../diagnostics/list-names.ts'
import { loadConfig } from '../files/load-config.ts'
import { loadDefinitions } from '../files/load-definitions.ts'
import { loadSponsors } from '../files/load-sponsors.ts'
import { UsageError } from '../files/usage-error.ts'
import { clientNames } from '../mail-clients/features.ts'
import type { Settings } from '../settings.ts'
import { targetNames } from '../targets/index.ts'
import { shippedChecks } from './list-checks.ts'
import { registryRules } from './list-rules.ts'

/** The rules that are not checks, whose levels the config can set as well. */
const otherRules = registryRules().map(({ id, fixed }) => ({ name: id, isFixed: fixed === 'all' }))

export interface SettingsOptions {
  /** The newsletter's folder, absolute. */
  root: string
  /** A config's path, absolute, or a config. */
  config?: string | Config | undefined
  /** Whether a config file that is a program is run; `true` by default. Without, it is an error. */
  configCode?: boolean | undefined
  /** The ESPs to build for, instead of the config's. */
  target?: string[] | undefined
}

export interface LoadedSettings {
  settings: Settings
  /** The config; `undefined` when there is none. */
  file: VFile | undefined
  /** What is beside the config: `sponsors.yml`, and the files of shared definitions. */
  sponsorsFile: VFile | undefined
  definitionFiles: VFile[]
}

/**
 * Loads a newsletter's config, its sponsors and its shared definitions, and fills in the defaults.
 * @param validateText validates a config in YAML or JSON
 * @returns only the file with the errors when the config or one of the others has some
 * @throws {UsageError} when the config cannot be found, or a requested target is unknown
 */
export async function loadSettings(
  options: SettingsOptions,
  validateText: typeof validateConfigText = validateConfigText,
): Promise<LoadedSettings | { misconfigured: VFile }> {
  const { root, target } = options
  const overrides = {
    target,
    blocks: shippedBlocks.map(({ name }) => name),
    checks: [...shippedChecks, ...otherRules],
    clients: clientNames,
  }
  const { config, file } = await loadOrValidate(options, overrides, validateText)
  if (file?.messages.some((message) => message.fatal)) return { misconfigured: file }
  refuseUnknownTargets(target ?? [], [...new Set([...targetNames, ...Object.keys(config.targets ?? {})])])
  const folder = typeof options.config === 'string' ? dirname(options.config) : root
  const beside = loadSponsors(
    folder,
    root,
    Object.keys(config.sponsors ?? {}),
    resolveSettings(config, { target }),
  )
  if (beside?.file.messages.some((message) => message.fatal)) return { misconfigured: beside.file }
  const sponsors = { ...config.sponsors, ...beside?.sponsors }
  const settings = resolveSettings({ ...config, sponsors }, { target })
  const paths = config.markdown?.definitions
  const { definitions, files } = loadDefinitions({ folder, root, paths, configFile: file, settings })
  const broken = [file, ...files].find((each) => each?.messages.some((message) => message.fatal))
  if (broken) return { misconfigured: broken }
  if (definitions.length > 0) settings.markdown = { ...settings.markdown, definitions }
  return { settings, file, sponsorsFile: beside?.file, definitionFiles: files }
}

function refuseUnknownTargets(requested: string[], known: string[]): void {
  const unknown = requested.find((name) => !known.includes(name))
  if (unknown !== undefined)
    throw new UsageError(`Unexpected target \`${unknown}\`, expected ${expectedName(unknown, known)}`)
}

function loadOrValidate(
  { root, config, configCode: runsCode }: SettingsOptions,
  overrides: ConfigOverrides,
  validateText: typeof validateConfigText,
) {
  if (typeof config !== 'object') return loadConfig(root, config, overrides, { runsCode, validateText })
  const file = new VFile({ path: 'config', cwd: root, value: '' })
  return { config: validateConfigValue(config, file, overrides), file }
}
