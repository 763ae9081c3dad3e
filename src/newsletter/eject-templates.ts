import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import type { VFile } from 'vfile'
import { explainDiskError } from '../files/explain-disk-error.ts'
import {
  type CopyRecord,
  copyRecordPath,
  digestTemplate,
  readCopyRecord,
  writeCopyRecord,
} from '../files/template-copies.ts'
import { UsageError } from '../files/usage-error.ts'
import { writeWithin } from '../files/write-within.ts'

/** Files of one template to copy, or that were copied. */
export interface Ejection {
  /** The newsletter's folder, absolute. */
  root: string
  template: string
  /** The shipped originals by their paths in the template. */
  originals: ReadonlyMap<string, VFile>
  /** The version of Issuepress, for the record. */
  version: string
}

export interface EjectOptions {
  /** Replaces files that are there. */
  force: boolean
  /** Writes nothing. */
  dryRun: boolean
}

export interface EjectResult {
  /** What was copied, relative to the newsletter's folder. */
  written: string[]
  /** What was there already and is left as it was. */
  present: string[]
}

/**
 * Copies shipped template files into the newsletter's folder, and records which version they are of.
 * @throws {UsageError} for a file that cannot be written
 */
export async function ejectTemplates(
  ejection: Ejection,
  { force, dryRun }: EjectOptions,
): Promise<EjectResult> {
  const { root, template, originals } = ejection
  const record = readRecord(ejection)
  const result: EjectResult = { written: [], present: [] }
  const copied = new Map<string, VFile>()
  for (const [path, original] of originals) {
    const target = ownPath(template, path)
    if (!force && isPresent(root, target)) result.present.push(target)
    else {
      if (!dryRun) await write(target, () => writeWithin(root, target, Buffer.from(String(original))))
      result.written.push(target)
      copied.set(path, original)
    }
  }
  if (!dryRun && copied.size > 0) await writeRecord({ ...ejection, originals: copied }, record)
  return result
}

/**
 * Records that the newsletter's own files have all that they need of the present originals.
 * @throws {UsageError} for a file that is not there, or a record that cannot be written
 */
export async function recordMerged(ejection: Ejection): Promise<void> {
  const { root, template, originals } = ejection
  for (const path of originals.keys()) requirePresent(root, ownPath(template, path))
  await writeRecord(ejection, readRecord(ejection))
}

/** The path of a newsletter's own template file, relative to its folder. */
export function ownPath(template: string, path: string): string {
  return `templates/${template}/${path}`
}

/** Whether there is a file, or anything else that a copy would replace. */
export function isPresent(root: string, path: string): boolean {
  try {
    return lstatSync(join(root, path), { throwIfNoEntry: false }) !== undefined
  } catch {
    // A part of the path is a file: writing will report it.
    return false
  }
}

/** @throws {UsageError} for a file that is not there */
export function requirePresent(root: string, path: string): void {
  if (!isPresent(root, path)) throw new UsageError(`Cannot find \`${path}\` in the newsletter's folder`)
}

function readRecord({ root, template }: Ejection): CopyRecord {
  const record = readCopyRecord(root, template)
  const message = record.file?.messages[0]
  if (message)
    throw new UsageError(
      `Cannot read \`${copyRecordPath(template)}\`: ${message.reason}\nCorrect it, or remove it.`,
    )
  return record
}

async function writeRecord(
  { root, template, originals, version }: Ejection,
  { copies }: CopyRecord,
): Promise<void> {
  const all = new Map(copies)
  for (const [path, original] of originals) all.set(path, { version, sha256: digestTemplate(original) })
  await write(copyRecordPath(template), () => writeCopyRecord(root, template, all))
}

async function write(path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw new UsageError(`Cannot write \`${path}\`: ${explainDiskError(error).reason}`)
  }
}
