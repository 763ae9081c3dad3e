import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { resolveSettings } from '../../src/config/resolve-settings.ts'
import { validateConfigText, validateConfigValue } from '../../src/config/validate-config.ts'
import { listFilesBeside } from '../../src/files/list-files-beside.ts'
import { loadDefinitions } from '../../src/files/load-definitions.ts'
import { loadTemplates } from '../../src/files/load-templates.ts'
import { readImage } from '../../src/files/read-image.ts'
import { readTextFile } from '../../src/files/read-text-file.ts'
import type { Settings } from '../../src/settings.ts'
import type { TemplateFiles } from '../../src/theme/template-layers.ts'

/** A case's folder, read as a newsletter of one issue. */
export interface LoadedCase {
  config: VFile
  /** The files of shared definitions. */
  definitionFiles: VFile[]
  settings: Settings
  templates: TemplateFiles
  /** The issue, as if it were in `issues/`. */
  file: VFile
  /** Reads a file that the issue names by a path beside it. */
  readFile: (path: string) => ReturnType<typeof readImage>
  /** Reads an included file, or data. */
  readText: (path: string) => ReturnType<typeof readImage>
}

/**
 * Reads an issue and, where they exist, the case's `issue.config.yml` or `.ts`, `definitions.md` and `templates/`, laid over the shipped ones.
 * @param folder the case's folder, absolute
 * @param options `issue`: the issue's file name; `defaultConfig`: the config of a case without one
 */
export async function loadCase(
  folder: string,
  { issue = 'input.md', defaultConfig = '' } = {},
): Promise<LoadedCase> {
  const { config, settings } = await loadSettings(folder, defaultConfig)
  const { definitions, files: definitionFiles } = loadDefinitions({
    folder,
    root: folder,
    paths: undefined,
    configFile: config,
    settings,
  })
  if (definitions.length > 0) settings.markdown = { ...settings.markdown, definitions }
  return {
    config,
    definitionFiles,
    settings,
    templates: loadTemplates(folder),
    file: new VFile({ path: `issues/${issue}`, value: String(readTextFile(issue, { cwd: folder })) }),
    readFile: (path) => {
      const read = readImage(folder, path.replace(/^issues\//, ''))
      return 'nearby' in read ? { ...read, nearby: read.nearby?.map((near) => `issues/${near}`) } : read
    },
    readText(path) {
      const own = path.replace(/^issues\//, '')
      const read = readImage(folder, own)
      if (!('nearby' in read)) return read
      return { ...read, nearby: listFilesBeside(folder, own).map((near) => `issues/${near}`) }
    },
  }
}

async function loadSettings(
  folder: string,
  defaultConfig: string,
): Promise<Pick<LoadedCase, 'config' | 'settings'>> {
  const program = join(folder, 'issue.config.ts')
  if (existsSync(program)) {
    const config = new VFile({ path: 'issue.config.ts', value: readFileSync(program, 'utf8') })
    const { default: value } = await import(program)
    return { config, settings: resolveSettings(validateConfigValue(value, config)) }
  }
  const path = join(folder, 'issue.config.yml')
  const value = existsSync(path) ? String(readTextFile('issue.config.yml', { cwd: folder })) : defaultConfig
  const config = new VFile({ path: 'issue.config.yml', value })
  return { config, settings: resolveSettings(validateConfigText(config)) }
}

/** Replaces the default template's layouts and style sheet, so that an output is the content and nothing else. */
export function removeLayout(templates: TemplateFiles): void {
  for (const layout of ['default/layout.html', 'default/layout.txt'])
    templates.set(layout, new VFile({ path: layout, value: '{{ content }}\n' }))
  removeStyles(templates)
}

/** Replaces the default template's style sheet by an empty one. */
export function removeStyles(templates: TemplateFiles): void {
  templates.set('default/style.css', new VFile({ path: 'style.css', value: '' }))
}

/** Adds the template `bare` of `test/support/templates/`, for issues that want next to nothing around their content. */
export function addBareTemplate(templates: TemplateFiles): void {
  for (const path of ['bare/layout.html', 'bare/layout.txt'])
    templates.set(path, readTextFile(`templates/${path}`, { cwd: import.meta.dirname }))
}
