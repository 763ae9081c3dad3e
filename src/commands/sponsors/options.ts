import { color, config, configCode, root, target } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(
  {
    flags: '--proof <file>',
    summary: "write an HTML sheet with the sponsor's placements as sent; - prints it",
  },
  root,
  config,
  configCode,
  target,
  color,
)

export type SponsorsFlags = Flags<typeof options>
