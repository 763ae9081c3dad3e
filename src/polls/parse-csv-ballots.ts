import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import {
  addBallot,
  addDoubtful,
  addOccurrence,
  type Ballots,
  type CountedPoll,
  createBallots,
} from './ballot.ts'
import { type CsvColumns, type CsvField, resolveCsvColumns } from './csv-columns.ts'
import { isScanner } from './is-scanner.ts'
import type { Match } from './vote-matcher.ts'

/** Why a file as a whole cannot be read. */
export interface CsvFailure {
  error: string
}

/** A longer row cannot be a vote's and would fill the memory; in bytes. */
const longestRow = 1_000_000

/**
 * Parses the votes in a click report or in an export of a form service. A row contains the clicked address, or an option's
 * id, words or number.
 * @param csv its text in parts, since it may be larger than the memory; separated by commas, semicolons or tabs
 * @param requested the columns that the user named
 * @param match matches the addresses of votes
 */
export async function parseCsvBallots(
  csv: AsyncIterable<string>,
  requested: CsvColumns,
  poll: CountedPoll,
  match: (address: string) => Match | undefined,
): Promise<Ballots | CsvFailure> {
  const found = createBallots()
  let columns: Partial<Record<CsvField, number>> | undefined
  try {
    for await (const row of parseRows(csv)) {
      if (columns) {
        const indices = columns
        found.entries += 1
        addRow(found, (field) => extractCell(row, indices[field]), found.entries + 1, poll, match)
        continue
      }
      const resolved = resolveColumns(row, requested)
      if ('error' in resolved) return resolved
      columns = resolved
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { error: formatCsvError(error) }
  }
  return columns ? found : { error: 'it is empty' }
}

function resolveColumns(
  head: string[],
  requested: CsvColumns,
): Partial<Record<CsvField, number>> | CsvFailure {
  const columns = resolveCsvColumns(head, requested)
  const known = `its columns are ${head.map((name) => `\`${name.trim()}\``).join(', ')}`
  if ('missing' in columns) return { error: `it has no column \`${columns.missing}\`; ${known}` }
  if (columns.vote === undefined)
    return { error: `none of its columns is known to hold a vote (name it: \`--column vote=…\`); ${known}` }
  return columns
}

/** @throws {CsvError} */
async function* parseRows(csv: AsyncIterable<string>): AsyncGenerator<string[]> {
  const { start, text } = await readStart(csv)
  const head = /^[^\r\n]*/.exec(start)?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRow,
  })
  // An error of either is thrown where the rows are read.
  yield* pipeline(Readable.from(text), parser, () => {}) as AsyncIterable<string[]>
}

/** Reads ahead to the end of the first line, which shows how the file separates its columns. */
async function readStart(
  csv: AsyncIterable<string>,
): Promise<{ start: string; text: AsyncIterable<string> }> {
  const parts = csv[Symbol.asyncIterator]()
  let start = ''
  while (!/[\r\n]/.test(start) && start.length <= longestRow) {
    const { done, value } = await parts.next()
    if (done) break
    start += value
  }
  const rest = { [Symbol.asyncIterator]: () => parts }
  const text = (async function* () {
    yield start
    yield* rest
  })()
  return { start, text }
}

function formatCsvError({ code, records, message }: CsvError): string {
  return code === 'CSV_MAX_RECORD_SIZE'
    ? `row ${Number(records) + 1} is longer than 1 MB. Is a quotation mark missing at the end of one of its cells?`
    : message
}

function extractCell(row: string[], column: number | undefined): string | undefined {
  const text = column === undefined ? undefined : row[column]?.trim()
  return text === '' ? undefined : text
}

function addRow(
  found: Ballots,
  cell: (field: CsvField) => string | undefined,
  line: number,
  poll: CountedPoll,
  match: (address: string) => Match | undefined,
): void {
  const [issue = poll.issue, id = poll.id, text] = [cell('issue'), cell('poll'), cell('vote')]
  if (issue !== poll.issue || id !== poll.id || text === undefined) return
  const isAddress = /^[a-z][a-z0-9+.-]*:/i.test(text)
  const vote: Match | undefined = isAddress ? match(text) : matchWords(text, poll)
  // A report contains all links of an email.
  if (!vote) return
  if (!vote.isKnown) {
    if (vote.isOpenEnded) addDoubtful(found, vote.option)
    else addOccurrence(found.unknown, { option: vote.option, line })
    return
  }
  const counted = cell('count')
  const agent = cell('agent')
  if (counted !== undefined && !/^\d+$/.test(counted)) addOccurrence(found.unparsed, line)
  else
    addBallot(found, {
      source: 'csv',
      option: vote.option,
      voter: cell('voter')?.toLowerCase() ?? vote.voter,
      address: cell('address'),
      agent,
      time: parseTime(cell('time')),
      count: counted === undefined ? 1 : Number(counted),
      isScanner: isScanner(agent),
    })
}

function matchWords(text: string, { options }: CountedPoll): Match {
  const plain = text.toLowerCase()
  const option =
    options.find(({ id }) => id.toLowerCase() === plain) ??
    options.find((each) => each.text.toLowerCase() === plain) ??
    (/^\d+$/.test(text) ? options[Number(text) - 1] : undefined)
  return { option: option?.id ?? text, isKnown: option !== undefined, isOpened: false }
}

/** A time without a zone is read as UTC, since only the time between two votes matters. */
function parseTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  if (/^\d{13}$/.test(text)) return Number(text)
  const hasZone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.test(text)
  const time = Date.parse(hasZone ? text : `${text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')}Z`)
  const result = Number.isNaN(time) && !hasZone ? Date.parse(`${text} UTC`) : time
  return Number.isNaN(result) ? undefined : result
}
