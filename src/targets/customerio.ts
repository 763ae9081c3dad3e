import { defineTarget } from './define-target.ts'
import { doubleBraces, percentBraces } from './dialects.ts'
import { liquid } from './literals.ts'
import { liquidLanguage, reduceLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

export const customerio = defineTarget({
  title: 'Customer.io',
  dialects: [doubleBraces, percentBraces],
  signature:
    /^(?:\{%-?\s*(?:unsubscribe_url|view_in_browser_url|manage_subscription_preferences_url)\b|\{\{-?\s*customer\.)/,
  language: 'Liquid',
  vocabulary: {
    own: [
      'customer.',
      'event.',
      'trigger.',
      'campaign.',
      'journey.',
      'snippets.',
      'message.',
      'layout.',
      'recipient.',
      'object.',
      'relationship.',
      'collection.',
    ],
    language: {
      ...reduceLanguage(liquidLanguage, 'set endset macro endmacro with endwith load extends'),
      isComplete: false,
    },
  },
  names: {
    unsubscribe_url: {
      tag: '{% unsubscribe_url %}',
      proof: 'documented',
      note: 'A tag, not a variable: `{{unsubscribe_url}}` prints nothing.',
    },
    web_url: { tag: '{% view_in_browser_url %}', proof: 'documented' },
    preferences_url: { tag: '{% manage_subscription_preferences_url %}', proof: 'documented' },
    email: { tag: '{{ customer.email }}', proof: 'documented' },
    first_name: attribute('first_name', 'documented'),
    last_name: attribute('last_name', 'documented'),
    subscriber_id: { tag: '{{ customer.id }}', proof: 'general' },
    current_year: {
      tag: '{{ "now" | date: "%Y" }}',
      proof: 'general',
      in: { attribute: "{{ 'now' | date: '%Y' }}", url: "{{ 'now' | date: '%Y' }}" },
    },
  },
  literal: liquid,
  notes: [
    'A message to somebody who lacks an attribute fails, unless the tag has a fallback.',
    'The names of the API’s fields for the preheader and the plaintext (`preheader_text`, `body_plain`) are UNVERIFIED.',
  ],
  sources: [
    'docs.customer.io, liquid-tag-list, and its notes on errors of the composer',
    'api-evangelist/customer-io, json-schema (2026-10-12)',
  ],
})

function attribute(name: string, proof: 'documented') {
  const write = quoted((words) => `{{ customer.${name} | default: ${words} }}`)
  return { tag: `{{ customer.${name} }}`, proof, fallback: { write, proof }, needsFallback: true } as const
}
