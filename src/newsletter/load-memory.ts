import { isDeepStrictEqual } from 'node:util'
import { VFile } from 'vfile'
import type { Config } from '../config/config.ts'
import { validateConfigText } from '../config/validate-config.ts'
import { createMarkdownParser, type MarkdownParser } from '../parse/markdown-parser.ts'
import { parseMatter } from '../parse/parse-issue.ts'
import type { Settings } from '../settings.ts'
import type { TemplateFiles } from '../theme/template-layers.ts'
import { createThemes, type Themes } from '../theme/themes.ts'
import type { Matter } from '../types.ts'
import { createReusableThemes, type ReusableThemes } from './reusable-themes.ts'

/**
 * What earlier loads of a newsletter created from its files. Each load reads all files; what is reused was created from
 * the same texts, so that no change of a file can be missed.
 */
export interface LoadMemory {
  /** Validates a config that is data, or returns the last one when its text is the same and had no message. */
  validateConfig: typeof validateConfigText
  /** Returns the settings of the last load if they are equal: what is stored by the object stays in use. */
  reuseSettings(settings: Settings): Settings
  /** Creates the templates, or returns those of the last load together with their files, which then have no messages. */
  createThemes(files: TemplateFiles, settings: Settings): LoadedTemplates
  /** Parses an issue's front matter, or returns the last one when its text and the settings are the same. */
  parseMatter(file: VFile, settings: Settings): Matter
  /** Returns the parser of an issue: what it parsed in the last build need not be parsed again. */
  parserOf(path: string, settings: Settings): MarkdownParser
  /** Forgets the issues that are not among these paths any more. */
  retain(paths: ReadonlySet<string>): void
  /** Forgets all; for changes that no file of the newsletter shows, such as in a module that the config imports. */
  clear(): void
}

/** Templates, and the files that they were created from. */
export interface LoadedTemplates {
  files: TemplateFiles
  themes: Themes
}

/** How many issues have their trees stored: nobody edits more at a time, and an archive's would fill the memory. */
const MAX_PARSERS = 3

interface StoredTemplates {
  files: TemplateFiles
  settings: Settings
  reusable: ReusableThemes
}

/** A load without memory: everything is created anew. */
export const noLoadMemory: Pick<
  LoadMemory,
  'validateConfig' | 'reuseSettings' | 'createThemes' | 'parseMatter'
> = {
  validateConfig: validateConfigText,
  reuseSettings: (settings) => settings,
  createThemes: (files, settings) => ({ files, themes: createThemes(files, settings) }),
  parseMatter: parseCopy,
}

/** Creates an empty memory, for loads with the same options. It stores the last load only. */
export function createLoadMemory(): LoadMemory {
  let lastConfig: { path: string; text: string; config: Config } | undefined
  let lastSettings: Settings | undefined
  let templates: StoredTemplates | undefined
  const matters = new Map<string, { text: string; settings: Settings; matter: Matter }>()

  /** Of the issues that were built last; the last one comes last. */
  const parsers = new Map<string, { settings: Settings; parser: MarkdownParser }>()

  return {
    validateConfig(file, overrides) {
      const { path } = file
      const text = String(file)
      if (lastConfig?.path === path && lastConfig.text === text) return lastConfig.config
      const config = validateConfigText(file, overrides)
      // One with messages is validated again, since it has to have them again.
      lastConfig = file.messages.length === 0 ? { path, text, config } : undefined
      return config
    },
    reuseSettings(settings) {
      // Functions are equal only if they are the same, so that a config that is a program and was run again is not.
      if (!isDeepStrictEqual(lastSettings, settings)) lastSettings = settings
      return lastSettings ?? settings
    },
    createThemes(files, settings) {
      if (templates && isReusable(templates, files, settings)) clearMessages(templates.files)
      else templates = { files, settings, reusable: createReusableThemes(files, settings) }
      return { files: templates.files, themes: templates.reusable.themes }
    },
    parseMatter(file, settings) {
      const text = String(file)
      const known = matters.get(file.path)
      if (known?.text === text && known.settings === settings) return known.matter
      const matter = parseCopy(file, settings)
      matters.set(file.path, { text, settings, matter })
      return matter
    },
    parserOf(path, settings) {
      const known = parsers.get(path)
      const used =
        known?.settings === settings ? known : { settings, parser: createMarkdownParser(settings.markdown) }
      parsers.delete(path)
      parsers.set(path, used)
      for (const oldest of parsers.keys()) if (parsers.size > MAX_PARSERS) parsers.delete(oldest)
      return used.parser
    },
    retain(paths) {
      for (const issues of [matters, parsers])
        for (const path of issues.keys()) if (!paths.has(path)) issues.delete(path)
    },
    clear() {
      lastConfig = undefined
      lastSettings = undefined
      templates = undefined
      matters.clear()
      parsers.clear()
    },
  }
}

/** The front matter is parsed on a copy of the file, since the full parse will report its errors again. */
function parseCopy(file: VFile, settings: Settings): Matter {
  return parseMatter(new VFile({ path: file.path, cwd: file.cwd, value: file.value }), settings)
}

/**
 * Whether the templates would be created the same again, without a message: the same settings, and the same files in the
 * same order.
 */
function isReusable(
  { files: before, settings: lastSettings, reusable }: StoredTemplates,
  files: TemplateFiles,
  settings: Settings,
): boolean {
  if (lastSettings !== settings || !reusable.isFlawless() || before.size !== files.size) return false
  const stored = [...before]
  return [...files].every(([path, file], index) => {
    const [storedPath, storedFile] = stored[index] ?? []
    return path === storedPath && storedFile !== undefined && isSameFile(storedFile, file)
  })
}

/** A file that could not be read has a message, and is never the same as another. */
function isSameFile(stored: VFile, file: VFile): boolean {
  if (file.messages.length > 0 || stored.path !== file.path || String(stored) !== String(file)) return false
  const [one, other] = [stored.data.shipped, file.data.shipped]
  if (one instanceof VFile && other instanceof VFile) return isSameFile(one, other)
  return one === other
}

function clearMessages(files: TemplateFiles): void {
  for (const file of files.values()) {
    file.messages = []
    if (file.data.shipped instanceof VFile) file.data.shipped.messages = []
  }
}
