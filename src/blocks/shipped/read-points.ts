import { posix } from 'node:path'
import { location } from 'vfile-location'
import { findIncludedFile } from '../../diagnostics/included-files.ts'
import { report } from '../../diagnostics/report.ts'
import { explainUnreadable } from '../../images/format-read-error.ts'
import { decodePath } from '../../urls/decode-path.ts'
import { suggestPath } from '../../urls/suggest-path.ts'
import type { BlockContent } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import type { ChartPoint } from './chart-data.ts'
import { reportData } from './chart-file.ts'
import { parsePoints } from './parse-points.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** Reads the values of a chart from a CSV file, and reports why it cannot. */
export function readPoints(written: string, block: BlockContent, context: ShippedBlockContext): ChartPoint[] {
  const { file, source, node } = context
  const from = findIncludedFile(file, node.position?.start.offset)?.path ?? file.path ?? ''
  const path = posix.normalize(posix.join(posix.dirname(from), decodePath(written)))
  const read = /^(?:\.\.(?:\/|$)|\/)/.test(path) ? ({ problem: 'outside' } as const) : context.readFile(path)
  if ('bytes' in read) {
    const csv = decode(read.bytes)
    const data = { path, csv: csv ?? '', points: location(csv ?? ''), file, user: describeUser(context) }
    if (csv !== undefined) return parsePoints(data, block, context)
    reportData(
      data,
      'Unexpected bytes in this file, expected text in UTF-8',
      undefined,
      'Save it as “CSV UTF-8”.',
    )
    return []
  }
  const reportFile = (reason: string, note: string) =>
    report(file, reason, { ruleId: 'chart-data', place: attributePlace(node, 'file', source), note })
  if (read.problem === 'outside')
    reportFile(
      `Unexpected path \`${written}\` of a chart's data, expected one inside the newsletter's folder`,
      'No file outside that folder is read, not even through a symbolic link. Copy it into the folder.',
    )
  else if (read.problem !== 'missing')
    reportFile(
      `Cannot read the data \`${written}\` of a chart`,
      `\`${path}\` is there, but cannot be read: ${explainUnreadable(read)}.`,
    )
  else {
    const near = suggestPath(path, ('nearby' in read && read.nearby) || [], posix.dirname(from))
    reportFile(
      `Cannot find the data \`${written}\` of a chart`,
      `Looked for \`${path}\`. ${near ?? 'A path is relative to the Markdown file that contains it.'}`,
    )
  }
  return []
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The chart that reads a file, for messages on the file. */
function describeUser({ file, node }: ShippedBlockContext): string {
  const included = findIncludedFile(file, node.position?.start.offset)
  const line = (node.position?.start.line ?? 1) - (included?.lines ?? 0)
  return `The chart at \`${included?.path ?? file.path}:${line}\` reads this file.`
}
