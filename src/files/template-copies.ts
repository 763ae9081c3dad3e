import { existsSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import type { VFile } from 'vfile'
import { stringify } from 'yaml'
import { setSeverity } from '../diagnostics/severity.ts'
import { parseYaml } from '../yaml/parse-yaml.ts'
import { validate } from '../yaml/validate.ts'
import { readTextFile } from './read-text-file.ts'
import { sha256 } from './sha256.ts'
import { writeWithin } from './write-within.ts'

/** Where a file of a newsletter's template was copied from. */
export interface TemplateCopy {
  /** The version of Issuepress that shipped the original. */
  version: string
  /** The original's digest (see `digestTemplate`). */
  sha256: string
}

/** What was copied into one template's folder, by path in the template. */
export interface CopyRecord {
  copies: Map<string, TemplateCopy>
  /** The record's file, with its messages; `undefined` when there is none. */
  file: VFile | undefined
}

const copySchema = v.looseObject({ version: v.string('text'), sha256: v.string('text') })
const recordSchema = v.record(v.string(), copySchema)

const comment = ` Which version of Issuepress each file beside this one was copied from. \`issue eject\` writes it, and
 \`issue check\` reports the files whose originals have changed since.`

/**
 * The path of a template's record, relative to the newsletter's folder. It is a file beside the copies and not a note in them,
 * since a note in a layout or a plaintext could reach readers, and since so every copy is what was shipped, byte by byte.
 */
export function copyRecordPath(template: string): string {
  return `templates/${template}/.issuepress.yml`
}

/**
 * Reads which files of a template were copied. Mistakes in the record are warnings: it has no effect on an email.
 * @param root the newsletter's folder, absolute
 * @param template the template's name
 */
export function readCopyRecord(root: string, template: string): CopyRecord {
  const path = copyRecordPath(template)
  if (!existsSync(join(root, path))) return { copies: new Map(), file: undefined }
  const file = readTextFile(path, { cwd: root, within: root })
  const yaml = parseYaml(String(file), file)
  const copies = validate(recordSchema, yaml, file, {
    ruleId: 'template-outdated',
    subject: 'record of copies',
  })
  for (const message of file.messages) setSeverity(message, 'warning')
  return { copies: new Map(Object.entries(copies as Record<string, TemplateCopy>)), file }
}

/**
 * Writes which files of a template were copied.
 * @throws {NodeJS.ErrnoException} when it cannot be written
 */
export async function writeCopyRecord(
  root: string,
  template: string,
  copies: ReadonlyMap<string, TemplateCopy>,
): Promise<void> {
  const sorted = Object.fromEntries([...copies].sort(([one], [other]) => (one < other ? -1 : 1)))
  const text = `${comment.replace(/^/gm, '#')}\n${stringify(sorted)}`
  await writeWithin(root, copyRecordPath(template), Buffer.from(text))
}

/** The digest of a shipped template file. Line ends do not count, since Git may change them. */
export function digestTemplate(file: VFile): string {
  return sha256(Buffer.from(normalizeLineEnds(String(file))))
}

/** A text with the line ends of the shipped templates. */
export function normalizeLineEnds(text: string): string {
  return text.replaceAll('\r\n', '\n')
}
