import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'
import type { ArchivedIssue } from '../blocks/archive.ts'
import { listNames } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import { applyRuleLevels } from '../diagnostics/rule-levels.ts'
import { loadTemplates } from '../files/load-templates.ts'
import { readImage } from '../files/read-image.ts'
import { listSkippedFolders, readIssueFiles } from '../files/read-issue-files.ts'
import { token } from '../private-use.ts'
import type { Settings } from '../settings.ts'
import { applyTemplateLevels } from '../template-rules/template-switches.ts'
import { validateTemplates } from '../template-rules/validate-templates.ts'
import type { Themes } from '../theme/themes.ts'
import type { Matter } from '../types.ts'
import { type LoadMemory, noLoadMemory } from './load-memory.ts'
import { loadSettings, type SettingsOptions } from './load-settings.ts'
import { reportOutdatedCopies } from './report-outdated-copies.ts'
import { validateFileNames } from './validate-file-names.ts'
import { validateThemePictures } from './validate-theme-pictures.ts'
import { validateThemeSettings } from './validate-theme-settings.ts'

/** An issue whose Markdown is not parsed yet. */
export interface IssueFile {
  file: VFile
  /** Without what depends on the Markdown's body, such as a title from a heading. */
  matter: Matter
  /** False when the file could not be read; its messages say why. */
  readable: boolean
}

/** A newsletter's folder as it was loaded. Messages are on its files. */
export interface Newsletter {
  settings: Settings
  /** The config's path, relative to the root; `undefined` when there is no config. */
  configPath?: string | undefined
  /** The paths of the files of shared definitions, relative to the root. */
  definitionPaths: string[]
  themes: Themes
  /** Every issue, including those that are not to be built, by path. */
  issues: IssueFile[]
  /** What issues know of each other: all but drafts. */
  archive: ArchivedIssue[]
  /** The issues' slugs by their paths. */
  slugs: Map<string, string>
  /** Every other file that can have messages: the config and what belongs to it, the templates and folders that cannot be read. */
  files: VFile[]
  /** The messages on templates that were reported before an issue was rendered with them. */
  templateMessages: Map<VFile, VFileMessage[]>
}

export interface NewsletterOptions extends SettingsOptions {
  /** Issues that were named, which may be outside `issues/`: paths relative to the root, with `/`. */
  requested?: string[]
  /** An issue that is not on the disk; it replaces an issue with the same path. */
  input?: VFile | undefined
}

/**
 * Loads a newsletter: its config, templates and issues.
 * @param memory what earlier loads of the same newsletter created, which is reused where the files are the same
 * @returns only the config file when the config has errors, since wrong settings would cause misleading messages
 * @throws {UsageError} when the config cannot be found
 */
export async function loadNewsletter(
  options: NewsletterOptions,
  memory: Pick<LoadMemory, keyof typeof noLoadMemory> = noLoadMemory,
): Promise<Newsletter | { misconfigured: VFile }> {
  const { root, input } = options
  const loaded = await loadSettings(options, memory.validateConfig)
  if ('misconfigured' in loaded) return loaded
  const { file: configFile, sponsorsFile, definitionFiles } = loaded
  const settings = memory.reuseSettings(loaded.settings)
  const { files: templates, themes } = memory.createThemes(loadTemplates(root), settings)
  const copyRecords = reportOutdatedCopies(root, templates)
  const definitionPaths = definitionFiles.map(({ path }) => path)
  const { issues: found, broken } = readIssueFiles(root, options.requested)
  const onDisk = found.filter(({ path }) => !definitionPaths.includes(path))
  const issueFiles = input ? [...onDisk.filter(({ path }) => path !== input.path), input] : onDisk
  const issues = issueFiles.map((file): IssueFile => {
    return { file, matter: memory.parseMatter(file, settings), readable: file.messages.length === 0 }
  })
  // A template is validated when it is first used; messages that are added later come from rendering an issue.
  const used = new Set(issues.map(({ matter }) => matter.template))
  const texts = issues.map(({ file }) => String(file))
  await validateTemplates(
    [...used].flatMap((name) => themes.get(name) ?? []),
    { texts, settings },
  )
  if (configFile) {
    validateThemeSettings(settings, configFile, themes, issues)
    validateThemePictures(settings, configFile, (path) => readImage(root, path))
  }
  const configs = [configFile, sponsorsFile, ...definitionFiles].filter((file) => file !== undefined)
  for (const file of [...configs, ...copyRecords]) applyRuleLevels(file, settings.checks)
  for (const file of templates.values()) applyTemplateLevels(file, settings.checks)
  const misconfigured = configs.find(({ messages }) => messages.some(({ fatal }) => fatal))
  if (misconfigured) return { misconfigured }
  const misnamed = validateFileNames(root, {
    configPath: configFile?.path,
    templates,
    used: new Set([settings.template, ...used]),
    issueTexts: texts,
  })
  const templateMessages = new Map([...templates.values()].map((file) => [file, [...file.messages]]))
  const files = [...configs, ...broken, ...misnamed, ...templates.values(), ...copyRecords]
  if (issues.length === 0 && broken.length === 0) files.push(createEmptyFolderFile(root))
  const slugs = new Map(issues.map(({ file, matter }) => [file.path, matter.slug]))
  return {
    settings,
    configPath: configFile?.path,
    definitionPaths,
    themes,
    issues,
    archive: createArchiveList(issues),
    slugs,
    files,
    templateMessages,
  }
}

function createArchiveList(issues: readonly IssueFile[]): ArchivedIssue[] {
  return issues
    .filter(({ matter, readable }) => readable && !matter.draft)
    .map(({ file, matter }) => ({
      path: file.path,
      slug: matter.slug,
      // Merge tags have no value in the issue of another day.
      title: (matter.title || findHeading(String(file))).replace(token, '').replace(/\s+/g, ' ').trim(),
      date: matter.date ?? null,
      tags: matter.tags,
    }))
}

/** The first level-1 heading, for the title of an issue whose Markdown is not parsed: `# Title`, or a line above `===`. */
function findHeading(text: string): string {
  const [, marked, underlined] = /^# +(.+?)(?: +#+)?$|(?<=\n\n)(\S.*)\n=+ *$/m.exec(text) ?? []
  return marked ?? underlined ?? ''
}

function createEmptyFolderFile(root: string): VFile {
  const file = new VFile({ path: 'issues', cwd: root, value: '' })
  const skipped = listSkippedFolders(root)
  const hint =
    skipped.length === 0
      ? ''
      : `${listNames(skipped).replace(' or ', ' and ')} ${skipped.length === 1 ? 'was' : 'were'} skipped: move what is in it into \`issues/\`. `
  report(file, 'Missing issues, expected at least one Markdown file in `issues/`', {
    ruleId: 'newsletter-empty',
    note: `${hint}Looked for \`.md\` and \`.markdown\` files in ${root}/issues, whose names do not begin with \`_\` or \`.\`. If the newsletter is somewhere else, name its folder with \`--root\`.`,
  })
  return file
}
