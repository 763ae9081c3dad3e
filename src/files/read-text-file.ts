import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { decodeText } from './decode-text.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { isInside } from './paths.ts'

export interface TextFileOptions {
  /** The folder that the path is relative to, absolute. */
  cwd: string
  /** A folder that the file may not lead out of by a symbolic link, absolute. */
  within?: string
  /** What messages call the file, when that is not its path. */
  shownAs?: string
}

/**
 * Reads a text file. Whatever is wrong with it becomes a message on the file, whose text is then empty.
 * @param path relative to `options.cwd`, with `/`
 */
export function readTextFile(path: string, options: TextFileOptions): VFile {
  const file = new VFile({ path: options.shownAs ?? path, cwd: options.cwd, value: '' })
  try {
    const absolute = join(options.cwd, path)
    if (options.within !== undefined && !isInside(realpathSync(options.within), realpathSync(absolute))) {
      report(file, `Cannot read \`${path}\`: a symbolic link leads out of the newsletter's folder`, {
        ruleId: 'file-outside',
        note: 'Replace the link by the file itself.',
      })
    } else if (!statSync(absolute).isFile()) {
      // A named pipe would be waited for without end.
      report(file, `Cannot read \`${path}\`: it is not a file`, {
        ruleId: 'file-unreadable',
        note: 'Replace it by a file, or remove it.',
      })
    } else fill(file, readFileSync(absolute))
  } catch (error) {
    const { why, note } = explainDiskError(error)
    report(file, `Cannot read \`${path}\`: ${why}`, { ruleId: 'file-unreadable', note })
  }
  return file
}

function fill(file: VFile, bytes: Uint8Array): void {
  const decoded = decodeText(bytes)
  if ('text' in decoded) file.value = decoded.text
  else {
    report(file, `Cannot read \`${file.path}\`: ${decoded.problem}`, {
      ruleId: 'file-encoding',
      place: decoded.line === undefined ? undefined : { line: decoded.line, column: 1 },
      note: 'Save it as UTF-8.',
    })
  }
}
