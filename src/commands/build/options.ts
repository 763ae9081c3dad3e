import {
  cache,
  cacheDir,
  color,
  config,
  configCode,
  drafts,
  force,
  jobs,
  out,
  quiet,
  reporter,
  root,
  strict,
  targets,
  verbose,
} from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  root,
  out,
  force,
  config,
  configCode,
  targets,
  drafts,
  strict,
  jobs,
  cacheDir,
  cache,
  color,
  quiet,
  verbose,
  reporter,
)

export type BuildFlags = Flags<typeof options>
