import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import type { Severity } from '../diagnostics/severity.ts'
import type { Yaml, YamlPath } from '../yaml/parse-yaml.ts'

interface ReportAtOptions {
  path?: YamlPath
  part?: 'key' | 'value'
  note?: string
  severity?: Severity
}

/** Puts a message on the config, at an entry or a part of it. */
export type ReportAt = (reason: string, options?: ReportAtOptions) => void

/**
 * Creates the `ReportAt` of one entry.
 * @param entry the entry's path in the config: `['checks', 'link-text']`
 */
export function createReportAt(file: VFile, yaml: Yaml, entry: YamlPath): ReportAt {
  return (reason, { path = [], part, ...rest } = {}) => {
    report(file, reason, { ruleId: 'config', place: yaml.placeOf([...entry, ...path], part), ...rest })
  }
}
