import { defineTarget } from './define-target.ts'
import { tripleBraces } from './dialects.ts'
import { brokenBraces } from './literals.ts'
import { bare } from './write-fallback.ts'

export const resend = defineTarget({
  title: 'Resend',
  dialects: [tripleBraces],
  signature: /^\{\{\{\s*(?:RESEND_|FIRST_NAME\b|LAST_NAME\b|EMAIL\b|contact\.)/,
  language: 'Resend variables, `{{{NAME|fallback}}}`',
  vocabulary: {
    own: [''],
    values: ['contact.email', 'contact.first_name', 'contact.last_name'],
  },
  names: {
    unsubscribe_url: { tag: '{{{RESEND_UNSUBSCRIBE_URL}}}', proof: 'documented' },
    preferences_url: {
      tag: '{{{RESEND_UNSUBSCRIBE_URL}}}',
      proof: 'general',
      note: 'The topics’ page stands behind the link to unsubscribe.',
    },
    email: { tag: '{{{EMAIL}}}', proof: 'unverified', note: 'Or `{{{contact.email}}}`.' },
    first_name: piped('FIRST_NAME', 'documented'),
    last_name: piped('LAST_NAME', 'general'),
  },
  literal: brokenBraces,
  notes: [
    'These are the tags of broadcasts. A tag for the web copy was not found: the newsletter’s own address stands in for it when the config has a `url`.',
    'Newer contact properties can carry a stored fallback besides.',
  ],
  sources: ['resend/resend-openapi@2026-08-21, CreateBroadcastOptions', 'resend.com/blog/broadcast-api'],
})

function piped(name: string, proof: 'documented' | 'general') {
  const write = bare((words) => `{{{${name}|${words}}}}`, /[|{}]/)
  return { tag: `{{{${name}}}}`, proof, fallback: { write, proof } } as const
}
