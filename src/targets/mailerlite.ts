import { defineTarget } from './define-target.ts'
import { dollarBraces } from './dialects.ts'
import { brokenDollars } from './literals.ts'
import { looseLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

export const mailerlite = defineTarget({
  title: 'MailerLite',
  dialects: [dollarBraces],
  signature: /^\{\$/,
  language: 'MailerLite variables, `{$name}`',
  vocabulary: {
    own: [''],
    values: ['company', 'city', 'country', 'phone', 'state', 'z_i_p'],
    language: looseLanguage,
  },
  names: {
    unsubscribe_url: { tag: '{$unsubscribe}', proof: 'documented' },
    web_url: { tag: '{$url}', proof: 'documented' },
    preferences_url: { tag: '{$preferences}', proof: 'unverified' },
    email: { tag: '{$email}', proof: 'seen' },
    first_name: {
      tag: '{$name}',
      proof: 'seen',
      fallback: {
        write: quoted((words) => `{$name|default(${words})}`, { mark: "'" }),
        proof: 'unverified',
      },
    },
    last_name: { tag: '{$last_name}', proof: 'general' },
  },
  unverified: ['postal_address'],
  literal: brokenDollars,
  requires: [
    createRequirement('unsubscribe', 'html'),
    createRequirement('unsubscribe', 'plaintext'),
    createRequirement('url', 'plaintext'),
  ],
  notes: [
    "The fallback `{$name|default('there')}`, the tag `{$preferences}` and a tag for the postal address are UNVERIFIED; the account’s footer has the address.",
    'The HTML needs a `<head>` and a `<body>`; custom HTML is for the higher plans, from general knowledge.',
  ],
  sources: ['developers-classic.mailerlite.com, put-custom-content-to-campaign'],
})

function createRequirement(name: 'unsubscribe' | 'url', where: 'html' | 'plaintext') {
  return {
    tag: `{$${name}}`,
    pattern: new RegExp(`\\{\\$${name}\\}`),
    where,
    level: 'error',
    note: `MailerLite takes no ${where === 'html' ? 'HTML' : 'plaintext'} without it. The shipped layouts have it; in one of your own, write \`{{ merge.${name === 'url' ? 'web_url' : 'unsubscribe_url'} }}\`.`,
    proof: 'documented',
  } as const
}
