import { existsSync } from 'node:fs'
import { join, posix, resolve } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { parseDefinitions } from '../parse/parse-definitions.ts'
import type { Settings, SharedDefinition } from '../settings.ts'
import { isRelativePath } from '../urls/rebase-address.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { isFile, isInside, isPresent, toRelative } from './paths.ts'
import { readTextFile } from './read-text-file.ts'

/** The file that is read when the config names none. */
export const definitionsFile = 'definitions.md'

export interface DefinitionsOptions {
  /** The config's folder, absolute. */
  folder: string
  /** The newsletter's folder, absolute. */
  root: string
  /** The config's `markdown.definitions`. */
  paths: string | readonly string[] | undefined
  /** The config, on which a missing file is reported. */
  configFile: VFile | undefined
  settings: Settings
}

/**
 * Loads the shared definitions: the files that the config names, else `definitions.md` beside it.
 * @returns the definitions, and the files that were read, with their messages
 */
export function loadDefinitions({ folder, root, paths, configFile, settings }: DefinitionsOptions): {
  definitions: SharedDefinition[]
  files: VFile[]
} {
  const isListed = paths !== undefined
  const beside = isPresent(join(folder, definitionsFile)) ? [definitionsFile] : []
  const written = isListed ? [paths].flat() : beside
  const found = written.filter((path, index) => {
    const reason = isListed ? explainPath(path, folder, root) : undefined
    if (reason && configFile) reportPath(reason, Array.isArray(paths) ? [index] : [], configFile)
    return !reason
  })
  const absolute = [...new Set(found.map((path) => resolve(folder, path)))]
  const files = absolute.map((path) =>
    readTextFile(toRelative(root, path), { cwd: root, within: isInside(root, path) ? root : folder }),
  )
  const read = files.filter(({ messages }) => messages.length === 0)
  const definitions = parseDefinitions(read, settings)
  return { definitions: definitions.map((each) => resolveIssue(each, root)), files }
}

/** Why a path of the config cannot be read; `undefined` when it can. */
function explainPath(path: string, folder: string, root: string): string | undefined {
  const absolute = resolve(folder, path)
  if (!isInside(folder, absolute) && !isInside(root, absolute))
    return `Unexpected path \`${path}\` in \`markdown.definitions\`, expected one in the newsletter's folder`
  if (!isFile(absolute)) return `Cannot find the file \`${path}\` of \`markdown.definitions\``
  return undefined
}

function reportPath(reason: string, steps: readonly number[], configFile: VFile): void {
  // A config that is a program has no places. The syntax errors of others are reported already.
  const yaml = /\.(?:ya?ml|json)$/.test(configFile.path)
    ? parseYaml(String(configFile), new VFile(String(configFile)))
    : undefined
  report(configFile, reason, {
    ruleId: 'config',
    place: yaml?.placeOf(['markdown', 'definitions', ...steps]),
    note: 'The files of shared definitions are named by their paths from the folder of the config.',
  })
}

/** An issue that is not found beside the file may be named as issues name each other: `2024-11-21-tea.md`. */
function resolveIssue(definition: SharedDefinition, root: string): SharedDefinition {
  const { url, file = '' } = definition
  const path = /^[^?#]*\.md(?=[?#]|$)/.exec(url)?.[0]
  if (path === undefined || !isRelativePath(url)) return definition
  const isThere = (from: string) => existsSync(join(root, from, path))
  if (isThere(posix.dirname(file)) || !isThere('issues')) return definition
  return { ...definition, url: posix.relative(posix.dirname(file), posix.join('issues', url)) }
}
