import { extname, join, resolve } from 'node:path'
import type { VFile } from 'vfile'
import type { Config } from '../config/config.ts'
import { type ConfigOverrides, validateConfigText, validateConfigValue } from '../config/validate-config.ts'
import { listNames } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import { configExtensions, configNames, dataExtensions } from './config-names.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { loadConfigModule } from './load-config-module.ts'
import { isFile, isPresent, toRelative } from './paths.ts'
import { readTextFile } from './read-text-file.ts'
import { UsageError } from './usage-error.ts'

export interface LoadedConfig {
  /** Without the entries that have errors. */
  config: Config
  /** The config file with its messages; `undefined` when there is no config. */
  file?: VFile
}

export interface LoadConfigOptions {
  runsCode?: boolean | undefined
  validateText?: typeof validateConfigText
}

/**
 * Loads the newsletter's config: the requested file, else the `issue.config.*` in its folder, else an empty config.
 * @param root the newsletter's folder, absolute
 * @param requested the config's path, absolute
 * @param options.runsCode whether a config in JavaScript or TypeScript is run; without, it is reported as an error
 * @param options.validateText validates a config in YAML or JSON
 * @throws {UsageError} when the requested file does not exist or has another extension, or the folder has several configs
 */
export async function loadConfig(
  root: string,
  requested?: string,
  overrides: ConfigOverrides = {},
  { runsCode = true, validateText = validateConfigText }: LoadConfigOptions = {},
): Promise<LoadedConfig> {
  const path = requested === undefined ? findConfig(root) : validateConfigPath(requested)
  if (path === undefined) return { config: {} }
  const file = readTextFile(toRelative(root, path), { cwd: root })
  if (file.messages.length > 0) return { config: {}, file }
  if (dataExtensions.includes(extname(path))) return { config: validateText(file, overrides), file }
  if (!runsCode) {
    report(file, `Unexpected config \`${file.path}\`, which is a program, expected one in YAML or JSON`, {
      ruleId: 'config',
      place: { line: 1, column: 1 },
      note: 'With `--no-config-code` no program of a newsletter is run. Review the config and leave the option out, or write `issue.config.yml` instead.',
    })
    return { config: {}, file }
  }
  const loaded = await loadConfigModule(path, file)
  return { config: loaded ? validateConfigValue(loaded.value, file, overrides) : {}, file }
}

function findConfig(root: string): string | undefined {
  const found = configNames.filter((name) => isPresentIn(root, name))
  if (found.length > 1) {
    throw new UsageError(
      `Unexpected configs ${found.map((name) => `\`${name}\``).join(' and ')}, expected only one of them`,
    )
  }
  return found[0] === undefined ? undefined : resolve(root, found[0])
}

function isPresentIn(root: string, name: string): boolean {
  try {
    return isPresent(join(root, name))
  } catch (error) {
    throw new UsageError(`Cannot read the folder \`${root}\`: ${explainDiskError(error).reason}`)
  }
}

function validateConfigPath(path: string): string {
  if (!isFile(path)) throw new UsageError(`Cannot find the config \`${path}\``)
  if (!configExtensions.includes(extname(path))) {
    throw new UsageError(
      `Unexpected config \`${path}\`, expected a file that ends in ${listNames(configExtensions)}`,
    )
  }
  return path
}
