import { defineTarget } from './define-target.ts'
import { doubleBraces, percentBraces } from './dialects.ts'
import { liquid } from './literals.ts'
import { liquidLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

export const kit = defineTarget({
  title: 'Kit',
  dialects: [doubleBraces, percentBraces],
  signature:
    /^\{\{-?\s*(?:subscriber\.(?!metadata)|unsubscribe_(?:url|link)\b|subscriber_preferences_url\b|address\b|message_content\b)/,
  language: 'Liquid',
  vocabulary: {
    own: ['subscriber.'],
    values: ['unsubscribe_link', 'message_content'],
    language: liquidLanguage,
  },
  names: {
    unsubscribe_url: { tag: '{{ unsubscribe_url }}', proof: 'documented' },
    preferences_url: { tag: '{{ subscriber_preferences_url }}', proof: 'seen' },
    email: { tag: '{{ subscriber.email_address }}', proof: 'seen' },
    first_name: {
      tag: '{{ subscriber.first_name }}',
      proof: 'seen',
      fallback: {
        write: quoted((words) => `{{ subscriber.first_name | default: ${words} }}`),
        proof: 'seen',
      },
    },
    subscriber_id: { tag: '{{ subscriber.id }}', proof: 'general' },
    postal_address: { tag: '{{ address }}', proof: 'documented' },
    current_year: {
      tag: '{{ "now" | date: "%Y" }}',
      proof: 'general',
      in: { attribute: "{{ 'now' | date: '%Y' }}", url: "{{ 'now' | date: '%Y' }}" },
    },
  },
  unverified: ['web_url'],
  literal: liquid,
  requires: [
    {
      tag: '{{ unsubscribe_url }}',
      pattern: /\{\{-?\s*unsubscribe_(?:url|link)\b/,
      where: 'html',
      level: 'error',
      note: 'Kit sends no body and saves no template without it. Link on `merge:unsubscribe_url`.',
      proof: 'documented',
    },
    {
      tag: '{{ address }}',
      pattern: /\{\{-?\s*address\b/,
      where: 'html',
      level: 'error',
      note: 'Kit asks for its own address tag in a template. The shipped footers print it; in one of your own, write `{{ merge.postal_address }}`.',
      proof: 'documented',
    },
  ],
  requiresAddressTag: true,
  notes: [
    'The tag for the web copy is UNVERIFIED: the newsletter’s own address stands in for it when the config has a `url`.',
    'A template of Kit’s own needs `{{ message_content }}` where the body goes; a “Starting point” template takes the whole email.',
  ],
  sources: [
    'Kit help, “Troubleshooting: HTML Email Templates” (intercom.help/convertkit, 2810454)',
    'developers.kit.com, create-a-broadcast',
  ],
})
