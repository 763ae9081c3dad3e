import { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** Whether a file is one of a shipped template, which a newsletter's author does not write. */
export function isShipped({ path }: VFile): boolean {
  return path.startsWith('issuepress/')
}

/** Copies a file with those of its messages that a filter accepts. */
export function copyFile(file: VFile, filter = (_message: VFileMessage) => true): VFile {
  const copy = new VFile({ path: file.path, cwd: file.cwd, value: file.value, data: file.data })
  copy.messages = file.messages.filter(filter)
  return copy
}
