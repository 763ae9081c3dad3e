import { defineTarget } from './define-target.ts'
import { contactBraces } from './dialects.ts'
import { joinedLoops } from './literals.ts'

const stored = 'For a fallback, send `contactPropertiesFallbacks` through the API.'

export const loops = defineTarget({
  title: 'Loops',
  dialects: [contactBraces],
  signature: /^\{contact\./,
  language: 'Loops’ variables, `{contact.name}`',
  vocabulary: {
    own: ['contact.'],
  },
  names: {
    email: { tag: '{contact.email}', proof: 'documented' },
    first_name: { tag: '{contact.firstName}', proof: 'documented', note: stored },
    last_name: { tag: '{contact.lastName}', proof: 'documented', note: stored },
    subscriber_id: { tag: '{contact.userId}', proof: 'general' },
  },
  literal: joinedLoops,
  adds: ['unsubscribe', 'address'],
  notes: [
    'Loops adds the legal footer, the address and the link to unsubscribe; they are not to be added by hand.',
    'Its API takes LMX, an XML, and not HTML; MJML can be uploaded in the app, from general knowledge.',
  ],
  sources: ['api-evangelist/loops@2026-08-22, openapi/_original/loops-openapi.yaml, skills/loops-lmx.md'],
})
