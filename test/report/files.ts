import { VFile } from 'vfile'
import { type FindingDiagnostic, reportFinding } from '../../src/diagnostics/report.ts'

/** Where the newsletter of these tests is. */
export const root = '/home/ada/news'

/** A file of the newsletter with messages. */
export function toFile(
  path: string,
  value: string,
  ...messages: [string, FindingDiagnostic, string?][]
): VFile {
  const file = new VFile({ path, value, cwd: root })
  for (const [reason, finding, url] of messages) reportFinding(file, reason, { ...finding, url })
  return file
}

/** A place in lines and columns. */
export function toPlace(line: number, column: number, endLine: number, endColumn: number) {
  return { start: { line, column }, end: { line: endLine, column: endColumn } }
}
