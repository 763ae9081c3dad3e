import { CsvError, parse } from 'csv-parse/sync'
import { type Ballots, type CountedPoll, createBallots } from './ballot.ts'
import { type CsvColumns, type CsvField, resolveCsvColumns } from './csv-columns.ts'
import { isScanner } from './is-scanner.ts'
import type { Match } from './vote-matcher.ts'

/** What is wrong with a file as a whole. */
export interface CsvRejection {
  problem: string
}

/**
 * The votes in a click report, or in what a form service exports: a row has the address that was clicked, or an
 * option's id, words or number.
 * @param csv its text; separated by commas, semicolons or tabs
 * @param asked the columns that were named
 * @param match what tells a poll's votes from other addresses
 */
export function parseCsvBallots(
  csv: string,
  asked: CsvColumns,
  poll: CountedPoll,
  match: (address: string) => Match | undefined,
): Ballots | CsvRejection {
  const rows = toRows(csv)
  if ('problem' in rows) return rows
  const [head, ...body] = rows
  if (!head) return { problem: 'it is empty' }
  const columns = resolveCsvColumns(head, asked)
  const known = `its columns are ${head.map((name) => `\`${name.trim()}\``).join(', ')}`
  if ('missing' in columns) return { problem: `it has no column \`${columns.missing}\`; ${known}` }
  if (columns.vote === undefined)
    return { problem: `none of its columns is known to hold a vote (name it: \`--column vote=…\`); ${known}` }
  const found = createBallots()
  for (const [index, row] of body.entries()) {
    found.entries += 1
    addRow(found, (field) => toCell(row, columns[field]), index + 2, poll, match)
  }
  return found
}

function toRows(csv: string): string[][] | CsvRejection {
  const head = /^[^\r\n]*/.exec(csv)?.[0] ?? ''
  const count = (sign: string) => head.split(sign).length
  const delimiter = [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
  try {
    return parse(csv, { bom: true, delimiter, relax_column_count: true, skip_empty_lines: true })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { problem: error.message }
  }
}

function toCell(row: string[], column: number | undefined): string | undefined {
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
  const vote: Match | undefined = isAddress ? match(text) : toNamed(text, poll)
  // A report has all of an email's links.
  if (!vote) return
  if (!vote.isKnown) {
    if (vote.isOpenEnded) found.odd.push(vote.option)
    else found.unknown.push({ option: vote.option, line })
    return
  }
  const counted = cell('count')
  const agent = cell('agent')
  if (counted !== undefined && !/^\d+$/.test(counted)) found.unread.push(line)
  else
    found.ballots.push({
      source: 'csv',
      option: vote.option,
      voter: cell('voter')?.toLowerCase() ?? vote.voter,
      address: cell('address'),
      agent,
      time: toTime(cell('time')),
      count: counted === undefined ? 1 : Number(counted),
      isScanner: isScanner(agent),
    })
}

function toNamed(text: string, { options }: CountedPoll): Match {
  const plain = text.toLowerCase()
  const option =
    options.find(({ id }) => id.toLowerCase() === plain) ??
    options.find((each) => each.text.toLowerCase() === plain) ??
    (/^\d+$/.test(text) ? options[Number(text) - 1] : undefined)
  return { option: option?.id ?? text, isKnown: option !== undefined, isOpened: false }
}

/** A time without a zone is taken as UTC: only how far two of them are apart matters. */
function toTime(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  if (/^\d{10}(?:\.\d+)?$/.test(text)) return Number(text) * 1000
  if (/^\d{13}$/.test(text)) return Number(text)
  const hasZone = /(?:Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i.test(text)
  const time = Date.parse(hasZone ? text : `${text.replace(/^(\d{4}-\d{2}-\d{2}) /, '$1T')}Z`)
  const spare = Number.isNaN(time) && !hasZone ? Date.parse(`${text} UTC`) : time
  return Number.isNaN(spare) ? undefined : spare
}
