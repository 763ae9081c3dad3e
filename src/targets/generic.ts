import { defineTarget } from './define-target.ts'
import { sharedDialects } from './dialects.ts'
import { quoted } from './write-fallback.ts'

/** Any provider, or a program of one's own, that replaces `{{ name }}`. */
export const generic = defineTarget({
  title: 'any provider',
  dialects: sharedDialects,
  takesAnyTag: true,
  language: 'whatever replaces `{{ name }}`',
  literal: false,
  names: {
    unsubscribe_url: { tag: '{{ unsubscribe_url }}', proof: 'general' },
    web_url: { tag: '{{ web_url }}', proof: 'general', spare: true },
    preferences_url: { tag: '{{ preferences_url }}', proof: 'general' },
    email: own('email'),
    first_name: own('first_name'),
    last_name: own('last_name'),
    subscriber_id: own('subscriber_id'),
    postal_address: { ...own('postal_address'), spare: true },
    list_name: { ...own('list_name'), spare: true },
    current_year: { ...own('current_year'), spare: true },
  },
  notes: [
    'Every tag is the name in braces; a fallback is Liquid’s, `{{ first_name | default: "there" }}`. No tag is foreign, and what looks like one in code goes out as written.',
  ],
  sources: ['a convention of Issuepress'],
})

function own(name: string) {
  const write = quoted((words) => `{{ ${name} | default: ${words} }}`)
  return { tag: `{{ ${name} }}`, proof: 'general', fallback: { write, proof: 'general' } } as const
}
