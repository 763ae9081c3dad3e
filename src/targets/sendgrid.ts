import { defineTarget } from './define-target.ts'
import { anglePercents, doubleBraces, tripleBraces } from './dialects.ts'
import { handlebars } from './literals.ts'
import type { TagContext } from './target.ts'
import { extendLanguage, handlebarsLanguage } from './vocabulary.ts'
import { escapeWords } from './write-fallback.ts'

export const sendgrid = defineTarget({
  title: 'SendGrid',
  dialects: [tripleBraces, doubleBraces, anglePercents],
  signature:
    /^(?:<%|\{\{\{?\s*(?:unsubscribe(?:_preferences)?\s*\}|weblink\b|Weblink\b|insert\s|Sender_|formatDate\b))/,
  ownNames: true,
  language: 'Handlebars, and `<%…%>` of the Mail API',
  vocabulary: {
    own: [''],
    values: ['Weblink', 'subject'],
    language: extendLanguage(
      handlebarsLanguage,
      'insert equals notEquals greaterThan lessThan and or length formatDate',
    ),
  },
  names: {
    unsubscribe_url: { tag: '{{{unsubscribe}}}', proof: 'documented' },
    web_url: {
      tag: '{{{weblink}}}',
      proof: 'seen',
      note: 'SendGrid’s table writes `{{Weblink}}`; which case is right is UNVERIFIED.',
    },
    preferences_url: { tag: '{{{unsubscribe_preferences}}}', proof: 'documented' },
    email: { tag: '{{email}}', proof: 'documented' },
    first_name: insert('first_name', 'documented'),
    last_name: insert('last_name', 'general'),
    postal_address: {
      tag: '{{Sender_Name}} {{Sender_Address}} {{Sender_City}} {{Sender_State}} {{Sender_Zip}} {{Sender_Country}}',
      proof: 'documented',
    },
  },
  literal: handlebars,
  limits: [{ text: 'a request to the API: 30 MB', proof: 'general' }],
  notes: [
    'These are the tags of Marketing Campaigns. The Mail API has `<%asm_group_unsubscribe_raw_url%>`, `<%asm_global_unsubscribe_raw_url%>` and `<%asm_preferences_raw_url%>`, which never work in Marketing Campaigns.',
    'Before a Single Send can be scheduled, it wants `suppression_group_id` or `custom_unsubscribe_url`; it has no field for the preview text.',
    'A fallback cannot stand in an attribute: its only documented form has quotation marks.',
  ],
  sources: [
    'Twilio docs, “Choose an email editor”',
    'twilio/sendgrid-oai@2026-01-22, spec/json/tsg_mc_singlesends_v3.json',
  ],
})

function insert(name: string, proof: 'documented' | 'general') {
  return { tag: `{{${name}}}`, proof, fallback: { write: createWriteFallback(name), proof } } as const
}

function createWriteFallback(name: string) {
  return (words: string, context: TagContext): string | undefined => {
    if (/["{}]/.test(words) || context === 'attribute' || context === 'url') return undefined
    const written = context === 'text' ? escapeWords(words, context) : words
    return `{{insert ${name} "default=${written}"}}`
  }
}
