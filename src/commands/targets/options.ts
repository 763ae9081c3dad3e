import { color, config, configCode, root } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  { ...root, summary: "the newsletter's folder, for its custom targets (default: here)" },
  config,
  configCode,
  color,
)

export type TargetsFlags = Flags<typeof options>
