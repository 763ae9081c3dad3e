import { defineTarget } from './define-target.ts'
import { doubleBraces, percentBraces } from './dialects.ts'
import { django } from './literals.ts'
import { extendLanguage, looseLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

export const klaviyo = defineTarget({
  title: 'Klaviyo',
  dialects: [doubleBraces, percentBraces],
  signature:
    /^(?:\{%\s*(?:unsubscribe(?:_link)?\s|web_view(?:_link)?\b|manage_preferences(?:_link)?\b|today\b|render_variable\b)|\{\{\s*(?:organization\.|person\.|email\s*\}))/,
  language: 'Django templates',
  vocabulary: {
    own: [''],
    values: ['organization.name', 'organization.url', 'phone_number'],
    language: extendLanguage(
      looseLanguage,
      'unsubscribe web_view manage_preferences today render_variable catalog',
    ),
  },
  names: {
    unsubscribe_url: { tag: '{% unsubscribe_link %}', proof: 'documented' },
    web_url: { tag: '{% web_view_link %}', proof: 'documented' },
    preferences_url: { tag: '{% manage_preferences_link %}', proof: 'documented' },
    email: { tag: '{{ email }}', proof: 'documented' },
    first_name: defaulting('first_name', 'documented'),
    last_name: defaulting('last_name', 'general'),
    subscriber_id: { tag: '{{ person.KlaviyoID }}', proof: 'general' },
    postal_address: { tag: '{{ organization.full_address }}', proof: 'documented' },
    current_year: {
      tag: '{% today "%Y" as year %}{{ year }}',
      proof: 'documented',
      in: {
        attribute: "{% today '%Y' as year %}{{ year }}",
        url: "{% today '%Y' as year %}{{ year }}",
      },
      note: 'It takes both parts.',
    },
  },
  literal: django,
  limits: [{ text: '1,000 templates that came through the API', proof: 'documented' }],
  notes: [
    "`{% unsubscribe 'text' %}` prints a whole link and breaks within an `href`; `{% unsubscribe_url %}` does not exist.",
    'A campaign without a link to unsubscribe is flagged, from general knowledge.',
  ],
  sources: [
    'Klaviyo help, “Message personalization reference” (4408802648731)',
    'api-evangelist/klaviyo, openapi: templates, campaigns',
  ],
})

function defaulting(name: string, proof: 'documented' | 'general') {
  const write = quoted((words) => `{{ ${name}|default:${words} }}`, { mark: "'" })
  return { tag: `{{ ${name} }}`, proof, fallback: { write, proof } } as const
}
