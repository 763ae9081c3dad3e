/** The fields that are read from a click report. */
export const csvFields = ['vote', 'voter', 'time', 'agent', 'address', 'count', 'issue', 'poll'] as const

export type CsvField = (typeof csvFields)[number]

/** The names of the columns to read, by field. */
export type CsvColumns = Partial<Record<CsvField, string>>

/**
 * Column names in click reports and in exports of form services, lower-case. Where the user names no column, the first of
 * these that the file has is used.
 */
const defaultNames: Record<CsvField, string[]> = {
  vote: ['option', 'vote', 'url', 'link', 'clicked url', 'link url', 'clicked link', 'link clicked', 'href'],
  voter: [
    'subscriber',
    'subscriber id',
    'subscriber_id',
    'voter',
    'email',
    'email address',
    'email_address',
    'e-mail',
    'recipient',
  ],
  time: ['time', 'timestamp', 'date', 'clicked at', 'clicked_at', 'click time', 'created_at', 'created at'],
  agent: ['user agent', 'user_agent', 'useragent', 'agent'],
  address: ['ip', 'ip address', 'ip_address'],
  count: ['votes', 'total clicks', 'clicks', 'total_clicks', 'count'],
  issue: ['issue'],
  poll: ['poll'],
}

export interface CsvPreset {
  columns: CsvColumns
  /** Where the names are documented. */
  source: string
  /** True if the provider documents these names for the exported file itself. */
  isVerified: boolean
}

/** The columns of click reports by provider. */
export const csvPresets: Record<string, CsvPreset> = {
  mailchimp: {
    columns: { vote: 'url', voter: 'email_address', time: 'timestamp', address: 'ip' },
    source: 'the fields of the Marketing API’s email activity report; the file’s own are not documented',
    isVerified: false,
  },
  sendgrid: {
    columns: { vote: 'url', voter: 'email', time: 'timestamp', agent: 'useragent', address: 'ip' },
    source: 'the fields of the Event Webhook; the file’s own are not documented',
    isVerified: false,
  },
  postmark: {
    columns: { vote: 'originallink', voter: 'recipient', time: 'receivedat', agent: 'useragent' },
    source: 'the fields of the click webhook; the file’s own are not documented',
    isVerified: false,
  },
  mailgun: {
    columns: { vote: 'url', voter: 'recipient', time: 'timestamp', address: 'ip' },
    source: 'the fields of the event `clicked`; the file’s own are not documented',
    isVerified: false,
  },
  'campaign-monitor': {
    columns: { vote: 'url', voter: 'emailaddress', time: 'date', address: 'ipaddress' },
    source: 'the fields of the API’s clicks of a campaign; the file’s own are not documented',
    isVerified: false,
  },
}

/**
 * Finds the columns of a file by their names.
 * @param head the names in the file's first row
 * @param requested the columns that the user named, by a preset or one by one
 * @returns the columns' indices, from 0; or the name of a requested column that the file does not have
 */
export function resolveCsvColumns(
  head: string[],
  requested: CsvColumns,
): Partial<Record<CsvField, number>> | { missing: string } {
  const names = head.map((name) => name.trim().toLowerCase())
  const found: Partial<Record<CsvField, number>> = {}
  for (const field of csvFields) {
    const name = requested[field]
    if (name !== undefined && !names.includes(name.trim().toLowerCase())) return { missing: name }
    const accepted = name === undefined ? defaultNames[field] : [name.trim().toLowerCase()]
    const first = accepted.find((each) => names.includes(each))
    if (first !== undefined) found[field] = names.indexOf(first)
  }
  return found
}
