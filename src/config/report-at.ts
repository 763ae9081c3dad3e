import type { Severity } from '../diagnostics/report.ts'
import type { YamlPath } from '../yaml/parse-yaml.ts'

/** Puts a message on the config, at a part of what it says of one check. */
export type ReportAt = (reason: string, options?: ReportAtOptions) => void

interface ReportAtOptions {
  path?: YamlPath
  part?: 'key' | 'value'
  note?: string
  severity?: Severity
}
