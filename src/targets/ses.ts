import { defineTarget } from './define-target.ts'
import { doubleBraces, tripleBraces } from './dialects.ts'
import { handlebars } from './literals.ts'
import { handlebarsLanguage } from './vocabulary.ts'

const dataNote = 'It is a key of the template data that you send along.'

export const ses = defineTarget({
  title: 'Amazon SES',
  dialects: [tripleBraces, doubleBraces],
  signature: /^\{\{amazonSES/,
  ownNames: true,
  language: 'Handlebars',
  vocabulary: {
    own: [''],
    language: handlebarsLanguage,
  },
  names: {
    unsubscribe_url: {
      tag: '{{amazonSESUnsubscribeUrl}}',
      proof: 'seen',
      note: 'The request to send needs list management options.',
    },
    preferences_url: {
      tag: '{{amazonSESUnsubscribeUrl}}',
      proof: 'seen',
      note: 'The topics’ page that SES hosts stands behind the same address.',
    },
    email: { tag: '{{email}}', proof: 'general', note: dataNote },
    first_name: { tag: '{{first_name}}', proof: 'general', note: dataNote },
    last_name: { tag: '{{last_name}}', proof: 'general', note: dataNote },
    subscriber_id: { tag: '{{subscriber_id}}', proof: 'general', note: dataNote, isSenderData: true },
  },
  literal: handlebars,
  limits: [{ text: 'a raw message: 40 MB (10 MB by an older default)', proof: 'general' }],
  notes: [
    'Only templates are run through the engine: in a message that is sent as it is, nothing but the unsubscribe tag is replaced, and the backslash before a code sample’s braces stays in the plaintext. No form of a fallback is known here.',
  ],
  sources: ['public code of several projects, such as comments in floci’s emulator of SES'],
})
