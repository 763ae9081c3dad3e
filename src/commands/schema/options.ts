import { config, configCode, root } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(root, config, configCode)

export type SchemaFlags = Flags<typeof options>
