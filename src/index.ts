/**
 * The public API: `build` builds a newsletter's folder, `check` reports its mistakes, and `render` renders one issue
 * without access to the disk.
 */

export {
  type AttributesOf,
  type BlockContent,
  type BlockDefinition,
  defineBlock,
} from './blocks/define-block.ts'
export type { BlockPlace, BlockReport, BlockResolveContext } from './blocks/resolve-context.ts'
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
  type CheckContext,
  defineCheck,
  type Finding,
  type Origin,
  type Report,
} from './checks/check.ts'
export { checks } from './checks/index.ts'
export type { Config } from './config/config.ts'
export { defineConfig } from './config/define-config.ts'
export { resolveSettings } from './config/resolve-settings.ts'
export type { MessageCounts } from './diagnostics/count-messages.ts'
export { createMessageRecords, type MessageRecord } from './diagnostics/message-records.ts'
export { loadTemplates } from './files/load-templates.ts'
export type { Manifest, ManifestEntry, ManifestFile } from './files/manifest.ts'
export { readImage } from './files/read-image.ts'
export { UsageError } from './files/usage-error.ts'
export type { Dialect, TagLogic } from './merge-tags/dialect.ts'
export type { BuiltIssue } from './newsletter/build-issue.ts'
export type { OnlineOptions } from './newsletter/check-online.ts'
export type { ListedCheck } from './newsletter/list-checks.ts'
export { parseDefinitions } from './parse/parse-definitions.ts'
export type { EmailSizes } from './render/measure-sizes.ts'
export type { IssueRecord } from './render/outputs/issue-json.ts'
export type { Rendered, RenderOptions } from './render/render.ts'
export { render } from './render/render-alone.ts'
export { formatGithub, type GithubOptions } from './report/format-github.ts'
export { type BuildReport, formatJson, type IssueReport } from './report/format-json.ts'
export { formatPretty, type PrettyOptions } from './report/format-pretty.ts'
export { formatSarif, type SarifOptions } from './report/format-sarif.ts'
export { formatUnix, type UnixOptions } from './report/format-unix.ts'
export {
  type CheckLevel,
  type CheckOptions,
  type CheckSetting,
  type CustomBlock,
  type CustomCheck,
  defaultSettings,
  type Settings,
  type SharedDefinition,
  type Sponsor,
  type Utm,
} from './settings.ts'
export { defineTarget } from './targets/define-target.ts'
export { type TargetName, targetNames, targets } from './targets/index.ts'
export type {
  Literal,
  MergeName,
  Proof,
  Requirement,
  Tag,
  TagContext,
  TagDefinition,
  Target,
  TargetDefinition,
  WriteFallback,
} from './targets/target.ts'
export type { TemplateFiles } from './theme/template-layers.ts'
export type { Theme } from './theme/theme.ts'
export { createThemes, type Themes } from './theme/themes.ts'
export type * from './types.ts'
