import { CsvError, parse } from 'csv-parse/sync'
import { type Ballots, type CountedPoll, createBallots } from './ballot.ts'
import { type CsvColumns, type CsvField, resolveCsvColumns } from './csv-columns.ts'
import { isScanner } from './is-scanner.ts'
import type { Match } from './vote-matcher.ts'

/** Why a file as a whole cannot be read. */
export interface CsvFailure {
  error: string
}

/**
 * Parses the votes in a click report or in an export of a form service. A row contains the clicked address, or an option's
 * id, words or number.
 * @param csv its text; separated by commas, semicolons or tabs
 * @param requested the columns that the user named
 * @param match matches the addresses of votes
 */
export function parseCsvBallots(
  csv: string,
  requested: CsvColumns,
  poll: CountedPoll,
  match: (address: string) => Match | undefined,
): Ballots | CsvFailure {
  const rows = parseRows(csv)
  if ('error' in rows) return rows
  const [head, ...body] = rows
  if (!head) return { error: 'it is empty' }
  const columns = resolveCsvColumns(head, requested)
  const known = `its columns are ${head.map((name) => `\`${name.trim()}\``).join(', ')}`
  if ('missing' in columns) return { error: `it has no column \`${columns.missing}\`; ${known}` }
  if (columns.vote === undefined)
    return { error: `none of its columns is known to hold a vote (name it: \`--column vote=…\`); ${known}` }
  const found = createBallots()
  for (const [index, row] of body.entries()) {
    found.entries += 1
    addRow(found, (field) => extractCell(row, columns[field]), index + 2, poll, match)
  }
  return found
}

function parseRows(csv: string): string[][] | CsvFailure {
  const head = /^[^\r\n]*/.exec(csv)?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  try {
    return parse(csv, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { error: error.message }
  }
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
    if (vote.isOpenEnded) found.doubtful.push(vote.option)
    else found.unknown.push({ option: vote.option, line })
    return
  }
  const counted = cell('count')
  const agent = cell('agent')
  if (counted !== undefined && !/^\d+$/.test(counted)) found.unparsed.push(line)
  else
    found.ballots.push({
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
