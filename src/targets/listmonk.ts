import { defineTarget } from './define-target.ts'
import { doubleBraces, trackLinks } from './dialects.ts'
import { go } from './literals.ts'
import { extendLanguage, goLanguage } from './vocabulary.ts'
import { quotedInGo } from './write-fallback.ts'

export const listmonk = defineTarget({
  title: 'listmonk',
  dialects: [doubleBraces, trackLinks],
  signature:
    /^\{\{-?\s*(?:\.\w|(?:or|if|with|range)\s+\.|(?:UnsubscribeURL|MessageURL|OptinURL|TrackView|TrackLink|Date|Safe|L\.)(?:\s|\}|\b))/,
  language: 'Go templates with Sprig',
  vocabulary: {
    own: ['Subscriber.Attribs.', 'Campaign.Attribs.'],
    values: [
      ...[
        'ID',
        'UUID',
        'Email',
        'Name',
        'FirstName',
        'LastName',
        'Status',
        'Attribs',
        'Lists',
        'CreatedAt',
        'UpdatedAt',
      ].map((each) => `Subscriber.${each}`),
      ...[
        'ID',
        'UUID',
        'Name',
        'Subject',
        'FromEmail',
        'Tags',
        'Type',
        'Status',
        'SendAt',
        'StartedAt',
        'Headers',
        'Attribs',
        'CreatedAt',
        'UpdatedAt',
      ].map((each) => `Campaign.${each}`),
    ],
    language: extendLanguage(
      goLanguage,
      'TrackLink TrackView MessageURL UnsubscribeURL ManageURL OptinURL ArchiveURL RootURL LogoURL L Date Safe SafeHTML SafeURL',
    ),
  },
  names: {
    unsubscribe_url: { tag: '{{ UnsubscribeURL }}', proof: 'documented' },
    web_url: { tag: '{{ MessageURL }}', proof: 'documented' },
    preferences_url: {
      tag: '{{ UnsubscribeURL }}',
      proof: 'documented',
      note: 'The preferences are on the page to unsubscribe.',
    },
    email: { tag: '{{ .Subscriber.Email }}', proof: 'documented' },
    first_name: field('FirstName', 'documented'),
    last_name: field('LastName', 'general'),
    subscriber_id: { tag: '{{ .Subscriber.UUID }}', proof: 'documented' },
    current_year: {
      tag: '{{ Date "2006" }}',
      proof: 'documented',
      in: { attribute: '{{ Date `2006` }}', url: '{{ Date `2006` }}' },
      note: 'The year is written as in Go’s layouts.',
    },
  },
  literal: go,
  notes: [
    'A campaign’s body stands where its template says `{{ template "content" . }}`: a whole document needs a template of nothing else.',
    'A link that ends in `@TrackLink` is counted.',
  ],
  sources: ['knadh/listmonk@2026-07-21, docs/docs/content: templating.md, apis/campaigns.md'],
})

function field(name: string, proof: 'documented' | 'general') {
  const write = quotedInGo((words) => `{{ or .Subscriber.${name} ${words} }}`)
  return { tag: `{{ .Subscriber.${name} }}`, proof, fallback: { write, proof: 'documented' } } as const
}
