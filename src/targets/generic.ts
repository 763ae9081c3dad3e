import { defineTarget } from './define-target.ts'
import { sharedDialects } from './dialects.ts'
import { quoted } from './write-fallback.ts'

/** Any provider, or any program, that replaces `{{ name }}`. */
export const generic = defineTarget({
  title: 'any provider',
  dialects: sharedDialects,
  acceptsAnyTag: true,
  language: 'whatever replaces `{{ name }}`',
  literal: false,
  names: {
    unsubscribe_url: { tag: '{{ unsubscribe_url }}', proof: 'general' },
    web_url: { tag: '{{ web_url }}', proof: 'general', onlyIfUnknown: true },
    preferences_url: { tag: '{{ preferences_url }}', proof: 'general' },
    email: named('email'),
    first_name: named('first_name'),
    last_name: named('last_name'),
    subscriber_id: named('subscriber_id'),
    postal_address: { ...named('postal_address'), onlyIfUnknown: true },
    list_name: { ...named('list_name'), onlyIfUnknown: true },
    current_year: { ...named('current_year'), onlyIfUnknown: true },
  },
  notes: [
    'Every tag is the name in braces; a fallback is Liquid’s, `{{ first_name | default: "there" }}`. No tag is foreign, and what looks like one in code goes out as written.',
  ],
  sources: ['a convention of Issuepress'],
})

function named(name: string) {
  const write = quoted((words) => `{{ ${name} | default: ${words} }}`)
  return { tag: `{{ ${name} }}`, proof: 'general', fallback: { write, proof: 'general' } } as const
}
