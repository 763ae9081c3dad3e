/**
 * An issue with included files has one text while it is built: its own, followed by those of the files, so that one offset stands for
 * one place. The issue's own places are the same in both texts.
 */
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { VFileMessage } from 'vfile-message'

/** A file that an issue includes, in the common text. */
export interface IncludedFile {
  /** Relative to the newsletter's folder, with `/`. */
  path: string
  /** Where its text begins and ends in the common text, in UTF-16 units. */
  start: number
  end: number
  /** The number of lines before its first line. */
  lines: number
}

interface CommonText {
  /** The issue's own text. */
  text: string
  files: readonly IncludedFile[]
}

declare module 'vfile' {
  interface DataMap {
    included: CommonText
  }
}

/** Replaces the text of an issue by the one that it has in common with the files that it includes. */
export function setIncludedFiles(file: VFile, text: string, files: readonly IncludedFile[]): void {
  file.data.included = { text: String(file), files }
  file.value = text
}

/** The issue's own text, whether or not it has included files at the moment. */
export function readOwnText(file: VFile): string {
  return file.data.included?.text ?? String(file)
}

/** Finds the included file at an offset of the common text; `undefined` for a place in the issue itself. */
export function findIncludedFile(file: VFile, offset: number | undefined): IncludedFile | undefined {
  if (offset === undefined) return undefined
  return file.data.included?.files.find(({ start, end }) => offset >= start && offset <= end)
}

/**
 * Ends the build of an issue with included files: restores its own text, and moves each message on an included file to its place
 * there. Such a message stays among those of the issue, and its `file` is the included one's path. Called again, it moves the
 * messages that were added since then.
 */
export function restoreOwnText(file: VFile): void {
  const { included } = file.data
  if (!included) return
  for (const message of file.messages)
    if (message.file === undefined || message.file === file.path) moveMessage(message, included.files)
  file.value = included.text
}

function moveMessage(message: VFileMessage, files: readonly IncludedFile[]): void {
  const { place, line } = message
  const included = line === undefined ? undefined : files.findLast(({ lines }) => line > lines)
  if (!included || line === undefined) return
  const move = (point: Point): Point => ({
    line: point.line - included.lines,
    column: point.column,
    ...(point.offset !== undefined && { offset: point.offset - included.start }),
  })
  message.file = included.path
  message.line = line - included.lines
  if (place)
    message.place = 'start' in place ? { start: move(place.start), end: move(place.end) } : move(place)
  message.name = `${included.path}:${message.line}:${message.column ?? 1}`
}
