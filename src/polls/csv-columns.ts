/** What a column of a click report can say. */
export const csvFields = ['vote', 'voter', 'time', 'agent', 'address', 'count', 'issue', 'poll'] as const

export type CsvField = (typeof csvFields)[number]

/** The names of the columns to read, by what they say. */
export type CsvColumns = Partial<Record<CsvField, string>>

/**
 * Names that columns have in click reports and in what form services export, lower-case: the first that a file has is
 * taken where nobody says which.
 */
const usual: Record<CsvField, string[]> = {
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
  /** Where the names come from. */
  source: string
  /** Whether the provider's documentation of the exported file has been seen to say so. */
  isVerified: boolean
}

/** The columns of click reports by provider. What has not been seen in a provider's own words is marked so. */
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
 * Which of a file's columns say what.
 * @param head the names in the file's first row
 * @param asked the columns that were named, by a preset or one by one
 * @returns their numbers, counted from 0; or a column that was named and is not there
 */
export function resolveCsvColumns(
  head: string[],
  asked: CsvColumns,
): Partial<Record<CsvField, number>> | { missing: string } {
  const names = head.map((name) => name.trim().toLowerCase())
  const found: Partial<Record<CsvField, number>> = {}
  for (const field of csvFields) {
    const name = asked[field]
    if (name !== undefined && !names.includes(name.trim().toLowerCase())) return { missing: name }
    const wanted = name === undefined ? usual[field] : [name.trim().toLowerCase()]
    const first = wanted.find((each) => names.includes(each))
    if (first !== undefined) found[field] = names.indexOf(first)
  }
  return found
}
