import { defineTarget } from './define-target.ts'
import { percents } from './dialects.ts'
import { brokenPercents } from './literals.ts'

const variablesNote = 'Its key is one of the `recipient-variables` that you send along.'

export const mailgun = defineTarget({
  title: 'Mailgun',
  dialects: [percents],
  signature: /^%(?:recipient[._]|(?:tag_|mailing_list_)?unsubscribe_url%)/,
  language: 'Mailgun variables, `%name%`',
  vocabulary: {
    own: [''],
    values: [
      'tag_unsubscribe_url',
      'mailing_list_unsubscribe_url',
      'recipient_name',
      'recipient_fname',
      'recipient_lname',
    ],
  },
  names: {
    unsubscribe_url: {
      tag: '%unsubscribe_url%',
      proof: 'documented',
      note: 'From the whole domain; `%tag_unsubscribe_url%` from a tag, `%mailing_list_unsubscribe_url%` from a list.',
    },
    email: { tag: '%recipient_email%', proof: 'general' },
    first_name: { tag: '%recipient.first_name%', proof: 'documented', note: variablesNote },
    last_name: { tag: '%recipient.last_name%', proof: 'documented', note: variablesNote },
    subscriber_id: { tag: '%recipient.id%', proof: 'documented', note: variablesNote, isSenderData: true },
  },
  literal: brokenPercents,
  limits: [{ text: 'a message: 25 MB', proof: 'documented' }],
  notes: ['There is no syntax for a fallback, from general knowledge.'],
  sources: ['documentation.mailgun.com: tracking-messages, send-http, batch-sending'],
})
