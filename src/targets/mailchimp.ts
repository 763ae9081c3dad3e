import { defineTarget } from './define-target.ts'
import { stars } from './dialects.ts'
import { brokenStars } from './literals.ts'
import { bare } from './write-fallback.ts'

/** Of the audience, the campaign and the account, with the words of conditions. */
const knownNames = [
  ...[
    'PHONE',
    'ADDRESS',
    'BIRTHDAY',
    'FORWARD',
    'DATE',
    'MC:DATE',
    'MC:SUBJECT',
    'MC_PREVIEW_TEXT',
    'MC:TOC',
  ],
  ...['REWARDS', 'EMAIL_UID', 'CAMPAIGN_UID', 'ARCHIVE_LINK_SHORT', 'ABOUT_LIST', 'TRANSLATE'],
  ...[
    'LIST:ADDRESS',
    'LIST:COMPANY',
    'LIST:SUBSCRIBE',
    'LIST:PHONE',
    'LIST:EMAIL',
    'LIST:URL',
    'LIST:DESCRIPTION',
  ],
  ...['HTML:LIST_ADDRESS_HTML', 'USER:COMPANY', 'USER:ADDRESS', 'USER:EMAIL', 'USER:PHONE', 'USER:URL'],
  ...['IF', 'IFNOT', 'ELSE', 'ELSEIF', 'END', 'INTERESTED', 'POLL', 'SURVEY'],
]

export const mailchimp = defineTarget({
  title: 'Mailchimp',
  dialects: [stars],
  signature: /^\*\|/,
  language: 'Mailchimp merge tags, `*|NAME|*`',
  vocabulary: {
    own: [''],
    values: knownNames,
    ignoresCase: true,
  },
  names: {
    unsubscribe_url: { tag: '*|UNSUB|*', proof: 'documented' },
    web_url: { tag: '*|ARCHIVE|*', proof: 'documented' },
    preferences_url: { tag: '*|UPDATE_PROFILE|*', proof: 'documented' },
    email: { tag: '*|EMAIL|*', proof: 'documented' },
    first_name: {
      tag: '*|FNAME|*',
      proof: 'documented',
      fallback: conditional('FNAME'),
      note: 'The audience field can have a default, too.',
    },
    last_name: { tag: '*|LNAME|*', proof: 'general', fallback: conditional('LNAME') },
    subscriber_id: { tag: '*|UNIQID|*', proof: 'general' },
    postal_address: { tag: '*|LIST:ADDRESSLINE|*', proof: 'documented' },
    list_name: { tag: '*|LIST:NAME|*', proof: 'general' },
    current_year: { tag: '*|CURRENT_YEAR|*', proof: 'documented' },
  },
  literal: brokenStars,
  requires: [
    {
      tag: '*|UNSUB|*',
      pattern: /\*\|UNSUB(?::[^|]*)?\|\*/,
      where: 'html',
      level: 'error',
      note: 'Mailchimp asks for it, and appends a footer of its own where it is missing. Link on `merge:unsubscribe_url`.',
      proof: 'documented',
    },
  ],
  limits: [{ text: 'a template’s HTML: about 1 MB', proof: 'general' }],
  notes: ['Whether polls and surveys (`*|POLL:…|*`, `*|SURVEY|*`) are on current plans is UNVERIFIED.'],
  sources: [
    'mailchimp.com/help/all-the-merge-tags-cheat-sheet, as mirrored in Automattic/newspack-newsletters',
    'kb.mailchimp.com: the unsubscribe tag is mandatory; the extra footer',
    'api-evangelist/mailchimp, openapi/mailchimp-campaigns-api-openapi.yml',
  ],
})

function conditional(field: string) {
  const write = bare((words) => `*|IF:${field}|**|${field}|**|ELSE:|*${words}*|END:IF|*`, /\*\||\|\*/)
  return { write, proof: 'general' } as const
}
