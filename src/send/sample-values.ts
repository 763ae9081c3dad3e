/** What is known of the newsletter and of whom a test goes to. */
export interface SampleSource {
  /** The recipient's address. */
  recipient: string
  /** The newsletter's name; empty when it has none. */
  newsletter: string
  postalAddress: string | undefined
  /** The address in the archive. */
  webUrl: string | undefined
  subject: string
  /** Milliseconds since 1970; the year and the date of a test are those of the day. */
  now: number
  /** What the user wants instead, under neutral names or tags' own. */
  data: Readonly<Record<string, string>>
}

/**
 * Values for the tags of any provider, so that a test looks like the real thing. Addresses that only a provider can make
 * lead to `example.com`, which belongs to nobody (RFC 2606, section 3).
 */
export function createSampleValues(source: SampleSource): Record<string, string> {
  const { data, now } = source
  const [first = 'Ada', ...rest] = (data.name ?? 'Ada Lovelace').split(' ')
  const date = new Date(now)
  const form = (options: Intl.DateTimeFormatOptions) =>
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
    current_year: form({ year: 'numeric' }),
    current_month: form({ month: 'long' }),
    current_day: form({ weekday: 'long' }),
    current_day_number: form({ day: 'numeric' }),
    date: form({ dateStyle: 'long' }),
    subject: source.subject,
    ...data,
  }
}
