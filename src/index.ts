/**
 * The public API. `build` builds a newsletter's folder, `check` only holds it against the checks; `render` renders one issue without a disk.
 */
export {
  type BuildOptions,
  type BuildResult,
  build,
  type CheckRunOptions,
  check,
  type Progress,
  type RunOptions,
  type RunResult,
} from './build.ts'
export {
  type At,
  type Check,
  defineCheck,
  type Finding,
  type Origin,
  type Report,
  type Subject,
} from './checks/check.ts'
export { checks } from './checks/index.ts'
export type { Config } from './config/config.ts'
export { defineConfig } from './config/define-config.ts'
export {
  type CheckLevel,
  type CheckOptions,
  type CheckSetting,
  defaultSettings,
  type Settings,
  type Sponsor,
  type Utm,
} from './config/settings.ts'
export { toSettings } from './config/to-settings.ts'
export { loadTemplates } from './files/load-templates.ts'
export type { Manifest, ManifestEntry, ManifestFile } from './files/manifest.ts'
export { readImage } from './files/read-image.ts'
export type { EmailSizes, IssueRecord } from './files/to-issue-record.ts'
export { UsageError } from './files/usage-error.ts'
export type * from './issue.ts'
export type { MessageCounts } from './messages/count-messages.ts'
export { type MessageRecord, toRecords } from './messages/to-records.ts'
export type { OnlineOptions } from './newsletter/ask-links.ts'
export type { BuiltIssue } from './newsletter/build-issue.ts'
export type { ListedCheck } from './newsletter/list-checks.ts'
export { type Rendered, type RenderOptions, render } from './render.ts'
export { type GithubOptions, toGithub } from './report/to-github.ts'
export { type BuildReport, type IssueReport, toJson } from './report/to-json.ts'
export { type PrettyOptions, toPretty } from './report/to-pretty.ts'
export { type SarifOptions, toSarif } from './report/to-sarif.ts'
export { targetNames } from './targets/index.ts'
export type { Theme } from './theme/theme.ts'
export { type TemplateFiles, type Themes, toThemes } from './theme/themes.ts'
