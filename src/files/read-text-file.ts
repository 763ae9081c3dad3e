import { readFileSync, realpathSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { decodeText } from './decode-text.ts'
import { explainDiskError } from './explain-disk-error.ts'
import { isInside, isPresent } from './paths.ts'

export interface TextFileOptions {
  /** The folder that the path is relative to, absolute. */
  cwd: string
  /** A folder that the file may not lead out of by a symbolic link, absolute. */
  within?: string
  /** The file's name in messages, when that is not its path. */
  shownAs?: string
}

/**
 * Reads a text file, with LF as its line ends. When it cannot be read, the file has a message and its text is empty.
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
      // Reading a named pipe would block until something writes to it.
      report(file, `Cannot read \`${path}\`: it is not a file`, {
        ruleId: 'file-unreadable',
        note: 'Replace it by a file, or remove it.',
      })
    } else setText(file, readFileSync(absolute))
  } catch (error) {
    const leadsNowhere =
      (error as NodeJS.ErrnoException).code === 'ENOENT' && isPresent(join(options.cwd, path))
    const { reason, note } = leadsNowhere
      ? { reason: 'its symbolic link leads nowhere', note: 'Replace the link by the file itself.' }
      : explainDiskError(error)
    report(file, `Cannot read \`${path}\`: ${reason}`, { ruleId: 'file-unreadable', note })
  }
  return file
}

function setText(file: VFile, bytes: Uint8Array): void {
  const decoded = decodeText(bytes)
  // Git for Windows checks files out with CRLF.
  if ('text' in decoded) file.value = decoded.text.replace(/\r\n?/g, '\n')
  else {
    report(file, `Cannot read \`${file.path}\`: ${decoded.error}`, {
      ruleId: 'file-encoding',
      place: decoded.line === undefined ? undefined : { line: decoded.line, column: 1 },
      note: 'Save it as UTF-8.',
    })
  }
}
