import { defineTarget } from './define-target.ts'
import { doubleBraces, tripleBraces } from './dialects.ts'
import { brokenBraces } from './literals.ts'
import { handlebarsLanguage } from './vocabulary.ts'

/** Names are the keys of the template model that is sent along. */
const modelNote = 'It is a key of the template model that you send along.'

export const postmark = defineTarget({
  title: 'Postmark',
  dialects: [tripleBraces, doubleBraces],
  signature: /^\{\{\{\s*pm:/,
  ownNames: true,
  language: 'Mustachio',
  vocabulary: {
    own: [''],
    values: ['pm:unsubscribe_url'],
    language: { ...handlebarsLanguage, isComplete: false },
  },
  names: {
    unsubscribe_url: { tag: '{{{ pm:unsubscribe }}}', proof: 'seen' },
    email: { tag: '{{email}}', proof: 'general', note: modelNote },
    first_name: { tag: '{{first_name}}', proof: 'general', note: modelNote },
    last_name: { tag: '{{last_name}}', proof: 'general', note: modelNote },
    subscriber_id: { tag: '{{subscriber_id}}', proof: 'general', note: modelNote, isSenderData: true },
  },
  literal: brokenBraces,
  requires: [
    {
      tag: '{{{ pm:unsubscribe }}}',
      pattern: /\{\{\{\s*pm:unsubscribe(?:_url)?\s*\}\}\}/,
      where: 'html',
      level: 'warning',
      note: 'A broadcast stream needs it; Postmark is said to add a link by itself where there is none. Link on `merge:unsubscribe_url`.',
      proof: 'general',
    },
  ],
  limits: [{ text: 'a message: 10 MB with its attachments, each body 5 MB', proof: 'general' }],
  notes: ['The unsubscribe tag works in broadcast streams. No form of a fallback is known here.'],
  sources: ['public code of several projects, such as the mail tests of Plausible Analytics'],
})
