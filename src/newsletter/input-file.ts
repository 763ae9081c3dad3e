import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { decodeText } from '../files/decode-text.ts'

/** What an issue from standard input is called; its relative addresses start from that folder. */
export const inputPath = 'issues/stdin.md'

/**
 * An issue that comes from no disk.
 * @param bytes its Markdown, in UTF-8
 * @param root the newsletter's folder, absolute
 */
export function createInputFile(bytes: Uint8Array, root: string): VFile {
  const file = new VFile({ path: inputPath, cwd: root, value: '' })
  const decoded = decodeText(bytes)
  if ('text' in decoded) file.value = decoded.text
  else {
    report(file, `Cannot read the standard input: ${decoded.problem}`, {
      ruleId: 'file-encoding',
      place: decoded.line === undefined ? undefined : { line: decoded.line, column: 1 },
      note: 'Send it as UTF-8.',
    })
  }
  return file
}
