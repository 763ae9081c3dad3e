import { defineTarget } from './define-target.ts'
import { doubleBraces, percentBraces } from './dialects.ts'
import { brevo as literal } from './literals.ts'
import { looseLanguage, reduceLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

export const brevo = defineTarget({
  title: 'Brevo',
  dialects: [doubleBraces, percentBraces],
  signature: /^\{\{\s*(?:contact\.[A-Z]|unsubscribe\s*\}|mirror\b|update_profile\b|sender\.|time_now\b)/,
  language: 'Brevo’s template language, which takes after Django’s',
  vocabulary: {
    own: ['contact.', 'params.'],
    values: ['sender.company', 'sender.name', 'sender.email', 'time_now'],
    language: reduceLanguage(
      looseLanguage,
      'assign capture endcapture unless endunless tablerow endtablerow',
    ),
  },
  names: {
    unsubscribe_url: { tag: '{{ unsubscribe }}', proof: 'seen' },
    web_url: { tag: '{{ mirror }}', proof: 'seen' },
    preferences_url: { tag: '{{ update_profile }}', proof: 'seen' },
    email: { tag: '{{ contact.EMAIL }}', proof: 'seen' },
    first_name: contact('FIRSTNAME', 'seen'),
    last_name: contact('LASTNAME', 'general'),
  },
  unverified: ['current_year'],
  literal,
  notes: [
    'A tag for today (`{{ time_now | … }}`) is UNVERIFIED. The space before the colon of `default` is Brevo’s own.',
    'The address stands in the sender’s and the footer’s settings; `{{ sender.company }}` is the company’s name.',
  ],
  sources: ['public code of several projects', 'api-evangelist/brevo; MOHAMEDSEO/APIv3-php-library, docs'],
})

function contact(name: string, proof: 'seen' | 'general') {
  const write = quoted((words) => `{{ contact.${name} | default : ${words} }}`)
  return { tag: `{{ contact.${name} }}`, proof, fallback: { write, proof } } as const
}
