import type { Position } from 'unist'
import { VFile } from 'vfile'
import { createPoints } from '../diagnostics/points.ts'
import { splitHead } from '../theme/split-head.ts'
import { type MaskedTemplate, maskLiquid } from './mask-liquid.ts'

/** A file of a template, prepared for validation. */
export interface TemplateSource extends MaskedTemplate {
  file: VFile
  /** The file's path in the template: `blocks/poll.html`. */
  path: string
  /** The file's text with spaces instead of its head. */
  body: string
  /** The place of a part of the file, up to the end of its first line. */
  placeOf(offset: number, length: number): Position | undefined
}

/** Prepares a file of a template. */
export function createTemplateSource(path: string, file: VFile): TemplateSource {
  const source = String(file)
  const { body: rest } = splitHead(source)
  const bodyLength = rest.replace(/^\n+/, '').length
  const headLength = rest === source ? 0 : source.length - bodyLength
  const body = source.slice(0, headLength).replace(/[^\r\n]/g, ' ') + source.slice(headLength)
  const points = createPoints(file)
  return {
    ...maskLiquid(body),
    file,
    path,
    body,
    placeOf(offset, length) {
      const line = source.slice(offset, offset + length).split(/\r?\n/)[0] ?? ''
      const start = points.toPoint(offset)
      const end = points.toPoint(offset + line.length)
      return start && end && { start, end }
    },
  }
}

/** Whether a file is the newsletter's own, rather than one of a shipped template or an unchanged copy of it. */
export function isOwnFile(file: VFile): boolean {
  const { shipped } = file.data
  const isCopy = shipped instanceof VFile && String(shipped) === String(file)
  return file.path.startsWith('templates/') && !isCopy
}
