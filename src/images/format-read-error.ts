import { posix } from 'node:path'
import { formatCodePoint } from '../diagnostics/format-code-point.ts'
import { isMarkdownPath } from '../urls/issue-paths.ts'
import { findNearestImage } from './find-nearest-image.ts'
import { formatSizeFault, maxImageBytes } from './parse-whole-image.ts'

/** What a path is relative to: the issue's file, the newsletter's root, or a file of a template, or an included one, by its path. */
export type ImageBase = 'issue' | 'root' | { file: string }

export interface ImageProblem {
  problem: 'large' | 'missing' | 'outside' | 'unreadable'
  /** The length of a file that is too large to be read, in bytes. */
  length?: number
  /** What is there instead of a file, if that is why it cannot be read. */
  found?: 'folder' | 'no-file' | 'circle'
  /** The pictures around a path at which there is none, or the files beside one of another kind, relative to the newsletter's root. */
  nearby?: string[]
}

/**
 * Explains why what is there cannot be read.
 * @returns the end of a sentence: `it is a folder`
 */
export function explainUnreadable({ problem, found }: Pick<ImageProblem, 'problem' | 'found'>): string {
  if (problem === 'large') return `it has more than ${maxImageBytes / 1e6} MB`
  if (found === undefined) return 'its permissions forbid it'
  if (found === 'circle') return 'its symbolic links lead in a circle'
  return found === 'folder' ? 'it is a folder' : 'it is no regular file'
}

/**
 * Formats the message for a picture that cannot be read.
 * @param address as it was written
 * @param path the path that it leads to, relative to the newsletter's root
 * @param from what the address is relative to
 * @param issuePath the issue's path, relative to the root
 */
export function formatReadError(
  { problem, found, nearby = [], length = 0 }: ImageProblem,
  address: string,
  path: string,
  { from, issuePath }: { from: ImageBase; issuePath: string },
): { reason: string; note: string } {
  if (problem === 'large') return formatSizeFault(length, address)
  if (problem === 'outside')
    return {
      reason: `Unexpected image path \`${address}\`, expected one inside the newsletter's folder`,
      note: 'No file outside that folder is put into an email, not even through a symbolic link. Copy the image into the folder.',
    }
  if (problem === 'unreadable')
    return {
      reason: `Cannot read the image \`${address}\``,
      note: `\`${path}\` is there, but cannot be read: ${explainUnreadable({ problem, found })}.`,
    }
  const near = findNearestImage(path, nearby)
  const folder = findFolder(from, issuePath)
  return {
    reason: `Cannot find the image \`${address}\``,
    note: `Looked for \`${path}\`. ${near === undefined ? explainBase(from) : formatNearest(near, path, folder)}`,
  }
}

/** The folder that an address is relative to, relative to the newsletter's root. */
export function findFolder(from: ImageBase, issuePath: string): string {
  if (from === 'root') return '.'
  return posix.dirname(from === 'issue' ? issuePath : from.file)
}

function explainBase(from: ImageBase): string {
  if (from === 'issue') return 'A path is relative to the Markdown file that contains it.'
  if (from === 'root') return 'A path in the config is relative to the newsletter’s folder.'
  if (isMarkdownPath(from.file)) return explainBase('issue')
  return 'A path in a template is relative to the file that contains it.'
}

/** What to write for a file that is there: an address in which spaces and characters that look like others are encoded. */
function formatNearest(near: string, path: string, folder: string): string {
  const relative = posix.relative(folder, near)
  if (near.normalize('NFKC') === path.normalize('NFKC'))
    return `There is a file whose name only looks the same: ${describeDifference(near, path)}. Rename it, or write \`${encodeURI(relative)}\`.`
  return `There is \`${near}\`: write \`${relative.replace(/[\s%?#()<>]/gu, encodeURIComponent)}\`.`
}

function describeDifference(near: string, path: string): string {
  if (near.normalize('NFC') === path.normalize('NFC'))
    return near === near.normalize('NFC')
      ? 'its accents are part of their letters (Unicode NFC), and in the address they are not'
      : 'its accents are characters of their own (Unicode NFD, as macOS writes them), and in the address they are not'
  const index = [...near].findIndex((sign, at) => sign !== [...path][at])
  return `it has ${describeCharacter([...near][index])} where the address has ${describeCharacter([...path][index])}`
}

function describeCharacter(sign = ''): string {
  if (sign === ' ') return 'a space'
  if (sign === '\u00a0') return 'a no-break space (U+00A0)'
  return sign === '' ? 'nothing' : formatCodePoint(sign)
}
