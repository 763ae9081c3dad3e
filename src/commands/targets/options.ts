import { color } from '../common-options.ts'
import { defineOptions, type Flags } from '../define-options.ts'

export const options = defineOptions(color)

export type TargetsFlags = Flags<typeof options>
