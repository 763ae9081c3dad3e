import { defineTarget } from './define-target.ts'
import { doubleBraces, percentBraces } from './dialects.ts'
import { hubl } from './literals.ts'
import type { Requirement } from './target.ts'
import { looseLanguage, reduceLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

/** The parts of the account's address, all of which a coded template must print. */
const addressParts = [
  'company_name',
  'company_street_address_1',
  'company_street_address_2',
  'company_city',
  'company_state',
  'company_zip',
  'company_country',
]

export const hubspot = defineTarget({
  title: 'HubSpot',
  dialects: [doubleBraces, percentBraces],
  signature:
    /^\{\{\s*(?:unsubscribe_link(?:_all)?\b|view_as_page_url\b|contact\.[a-z]|personalization_token\(|site_settings\.|local_dt\b)/,
  language: 'HubL',
  vocabulary: {
    own: [''],
    values: ['unsubscribe_link_all', 'local_dt', 'personalization_token', 'contact.company'],
    // Of Jinja (developers.hubspot.com, "HubL tags"): Liquid's and Django's own statements are none of its tags.
    language: {
      ...reduceLanguage(looseLanguage, 'assign capture endcapture comment endcomment tablerow endtablerow'),
      hasFunctions: true,
    },
  },
  names: {
    unsubscribe_url: {
      tag: '{{ unsubscribe_link }}',
      proof: 'documented',
      note: '`{{ unsubscribe_link_all }}` leads out of everything at once.',
    },
    web_url: { tag: '{{ view_as_page_url }}', proof: 'documented' },
    preferences_url: {
      tag: '{{ unsubscribe_link }}',
      proof: 'documented',
      note: 'It is the preferences’ page.',
    },
    email: { tag: '{{ contact.email }}', proof: 'seen' },
    first_name: contact('firstname', 'seen'),
    last_name: contact('lastname', 'general'),
    postal_address: {
      tag: `${formatAddressTag('company_name')}, ${formatAddressTag('company_street_address_1')} ${formatAddressTag('company_street_address_2')}, ${formatAddressTag('company_city')}, ${formatAddressTag('company_state')} ${formatAddressTag('company_zip')}, ${formatAddressTag('company_country')}`,
      proof: 'documented',
    },
    current_year: { tag: '{{ year }}', proof: 'general' },
  },
  literal: hubl,
  requires: [
    {
      tag: '{{ unsubscribe_link }}',
      pattern: /\{\{\s*unsubscribe_link(?:_all)?\b/,
      where: 'html',
      level: 'error',
      note: 'HubSpot publishes nothing without it. Link on `merge:unsubscribe_url`.',
      proof: 'documented',
    },
    ...addressParts.map(createRequirement),
  ],
  requiresAddressTag: true,
  notes: ['The first name’s fallback can be set in the account, too.'],
  sources: ['developers.hubspot.com, HubL variables', 'HubSpot, “Build a custom coded template”'],
})

function formatAddressTag(part: string): string {
  return `{{ site_settings.${part} }}`
}

function createRequirement(part: string): Requirement {
  return {
    tag: formatAddressTag(part),
    pattern: new RegExp(`\\{\\{\\s*site_settings\\.${part}\\b`),
    where: 'html',
    level: 'error',
    note: 'HubSpot publishes nothing without all seven tags of the address. The shipped footers print them; in one of your own, write `{{ merge.postal_address }}`.',
    proof: 'documented',
  }
}

function contact(name: string, proof: 'seen' | 'general') {
  const write = quoted((words) => `{{ personalization_token('contact.${name}', ${words}) }}`, { mark: "'" })
  return { tag: `{{ contact.${name} }}`, proof, fallback: { write, proof: 'general' } } as const
}
