/** The newsletter and the recipient of a test. */
export interface SampleSource {
  /** The recipient's address. */
  recipient: string
  /** The newsletter's name; empty when it has none. */
  newsletter: string
  postalAddress: string | undefined
  /** The address in the archive. */
  webUrl: string | undefined
  subject: string
  /** Milliseconds since 1970, for tags of dates. */
  now: number
  /** The user's own values, under neutral names or tags' own. */
  data: Readonly<Record<string, string>>
}

/**
 * Creates values for the tags of any provider, so that a test looks like the real email. URLs that only a provider can
 * create point to `example.com`, which is reserved for examples (RFC 2606, section 3).
 */
export function createSampleValues(source: SampleSource): Record<string, string> {
  const { data, now } = source
  const [first = 'Ada', ...rest] = (data.name ?? 'Ada Lovelace').split(' ')
  const date = new Date(now)
  const formatDate = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-US', { ...options, timeZone: 'UTC' }).format(date)
  return {
    email: source.recipient,
    first_name: data.name === undefined ? 'Ada' : first,
    last_name: rest.join(' '),
    name: [data.first_name ?? first, data.last_name ?? rest.join(' ')].join(' ').trim(),
    subscriber_id: '4f1c9a7e',
    unsubscribe_url: 'https://example.com/unsubscribe/4f1c9a7e',
    preferences_url: 'https://example.com/preferences/4f1c9a7e',
    web_url: source.webUrl ?? 'https://example.com/view-online',
    postal_address: source.postalAddress ?? '1 Example Street, Example City',
    street: '1 Example Street',
    street_2: '2nd floor',
    town: 'Example City',
    region: 'EX',
    postcode: '12345',
    nation: 'Exampleland',
    list_name: source.newsletter || 'The Newsletter',
    current_year: formatDate({ year: 'numeric' }),
    current_month: formatDate({ month: 'long' }),
    current_day: formatDate({ weekday: 'long' }),
    current_day_number: formatDate({ day: 'numeric' }),
    date: formatDate({ dateStyle: 'long' }),
    subject: source.subject,
    ...data,
  }
}
