import type { VFile } from 'vfile'
import type { RunResult } from '../build.ts'
import { createMessageRecords, type MessageRecord } from '../diagnostics/message-records.ts'
import { homeUrl } from '../diagnostics/rule-url.ts'
import type { Severity } from '../diagnostics/severity.ts'
import { sha256 } from '../files/sha256.ts'
import { createSarifRules } from './sarif-rules.ts'

export interface SarifOptions {
  /** Issuepress's version. */
  version: string
  /** Leaves out messages of severity `info`. */
  quiet?: boolean
  /** A file's path in the repository; `undefined` for a file outside of it. */
  resolveRepositoryPath(file: VFile): string | undefined
}

/** SARIF's levels for our severities. */
export const sarifLevels: Record<Severity, string> = { error: 'error', warning: 'warning', info: 'note' }

/** The base ids of relative URIs: the repository's root, and this package's folder. */
const bases = { repository: '%SRCROOT%', package: 'ISSUEPRESS' }

/**
 * Formats the messages of a build or a check as SARIF 2.1.0, one run:
 * https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @returns JSON, with a line break at its end
 */
export function formatSarif(result: Pick<RunResult, 'files' | 'checks'>, options: SarifOptions): string {
  const byPath = new Map(result.files.map((file) => [file.path, file]))
  const records = createMessageRecords(result.files).filter(
    ({ severity }) => !options.quiet || severity !== 'info',
  )
  const rules = createSarifRules(result.checks, records)
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const fingerprint = createFingerprinter()
  const results = records.map((record) => {
    const file = byPath.get(record.file)
    const rule = record.rule ?? undefined
    return {
      ...(rule !== undefined && { ruleId: rule, ruleIndex: indexes.get(rule) }),
      level: sarifLevels[record.severity],
      message: { text: [record.reason, record.note].filter((part) => part !== null).join('\n\n') },
      locations: [{ physicalLocation: createLocation(record, file, options) }],
      partialFingerprints: { 'issuepressMessage/v1': fingerprint(record, file) },
    }
  })
  const { version } = options
  const driver = { name: 'issuepress', version, semanticVersion: version, informationUri: homeUrl, rules }
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: {
          [bases.repository]: { description: { text: "The repository's root." } },
          [bases.package]: { description: { text: 'The folder of the package `issuepress`.' } },
        },
        results,
      },
    ],
  }
  return `${JSON.stringify(log, null, 2)}\n`
}

/** GitHub shows no result without a line, so a message about a whole file is put on its first line. */
function createLocation(record: MessageRecord, file: VFile | undefined, options: SarifOptions) {
  const path = file && options.resolveRepositoryPath(file)
  const [uri, uriBaseId] = path === undefined ? [record.file, bases.package] : [path, bases.repository]
  const { line, column, endLine, endColumn } = record
  return {
    artifactLocation: { uri: uri.split('/').map(encodeURIComponent).join('/'), uriBaseId },
    region: {
      startLine: line ?? 1,
      ...(column !== null && { startColumn: column }),
      ...(endLine !== null && { endLine }),
      ...(endColumn !== null && { endColumn }),
    },
  }
}

/** Fingerprints do not depend on line numbers; equal messages in a file are numbered. */
function createFingerprinter() {
  const seen = new Map<string, number>()
  return ({ file: path, rule, reason, line }: MessageRecord, file: VFile | undefined): string => {
    const source = line === null ? '' : (String(file ?? '').split(/\r\n|\n|\r/)[line - 1] ?? '').trim()
    const hash = sha256(Buffer.from(JSON.stringify([path, rule, reason, source])))
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return `${hash.slice(0, 32)}:${count}`
  }
}
