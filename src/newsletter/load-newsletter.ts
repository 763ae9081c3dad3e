import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import { report } from '../diagnostics/report.ts'
import { loadTemplates } from '../files/load-templates.ts'
import { readIssueFiles } from '../files/read-issue-files.ts'
import { parseMatter } from '../parse/parse-issue.ts'
import type { Settings } from '../settings.ts'
import { createThemes, type Themes } from '../theme/themes.ts'
import type { Matter } from '../types.ts'
import { loadSettings, type SettingsOptions } from './load-settings.ts'

/** An issue whose Markdown is not parsed yet. */
export interface IssueFile {
  file: VFile
  /** Without what only the Markdown tells, such as a title from a heading. */
  matter: Matter
  /** False when the file could not be read; its messages say why. */
  readable: boolean
}

/** A newsletter's folder, read. Complaints ride on its files. */
export interface Newsletter {
  settings: Settings
  /** The config's path, relative to the root; nothing when there is none. */
  configPath?: string | undefined
  themes: Themes
  /** Every issue, those besides that are not to be built, by path. */
  issues: IssueFile[]
  /** The issues' slugs under their paths. */
  slugs: Map<string, string>
  /** The config, the sponsors, the templates and the folders: what can have complaints besides the issues. */
  files: VFile[]
  /** What is wrong with the templates in use before anything is rendered with them. */
  templateMessages: Map<VFile, VFileMessage[]>
}

export interface NewsletterOptions extends SettingsOptions {
  /** Issues besides those in `issues/`: paths relative to the root, with `/`. */
  requested?: string[]
  /** An issue that is on no disk; it stands in the stead of one of its path. */
  input?: VFile | undefined
}

/**
 * Reads a newsletter: config, templates, issues.
 * @returns only the config file when the config has errors, since nothing can be told with wrong settings
 * @throws {UsageError} when the config cannot be found
 */
export async function loadNewsletter(
  options: NewsletterOptions,
): Promise<Newsletter | { misconfigured: VFile }> {
  const { root, input } = options
  const loaded = await loadSettings(options)
  if ('misconfigured' in loaded) return loaded
  const { settings, file: configFile, sponsorsFile } = loaded
  const templates = loadTemplates(root)
  const themes = createThemes(templates, settings)
  const { issues: onDisk, broken } = readIssueFiles(root, options.requested)
  const issueFiles = input ? [...onDisk.filter(({ path }) => path !== input.path), input] : onDisk
  const issues = issueFiles.map((file) => createIssueFile(file, settings))
  // A template is checked when it is first asked for; what comes later is an issue's doing.
  for (const { matter } of issues) themes.get(matter.template)
  const templateMessages = new Map([...templates.values()].map((file) => [file, [...file.messages]]))
  const configs = [configFile, sponsorsFile].filter((file) => file !== undefined)
  const files = [...configs, ...broken, ...templates.values()]
  if (issues.length === 0 && broken.length === 0) files.push(toEmptyFolder(root))
  const slugs = new Map(issues.map(({ file, matter }) => [file.path, matter.slug]))
  return { settings, configPath: configFile?.path, themes, issues, slugs, files, templateMessages }
}

/** The front matter is read on a copy of the file, since the full parse will complain of it again. */
function createIssueFile(file: VFile, settings: Settings): IssueFile {
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: file.value })
  return { file, matter: parseMatter(copy, settings), readable: file.messages.length === 0 }
}

function toEmptyFolder(root: string): VFile {
  const file = new VFile({ path: 'issues', cwd: root, value: '' })
  report(file, 'Missing issues, expected at least one Markdown file in `issues/`', {
    ruleId: 'newsletter-empty',
    note: `Looked for \`.md\` files in ${root}/issues. If the newsletter is somewhere else, name its folder with \`--root\`.`,
  })
  return file
}
