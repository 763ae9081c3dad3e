import { defineTarget } from './define-target.ts'
import { doubleBraces } from './dialects.ts'
import { brokenBraces } from './literals.ts'

export const beehiiv = defineTarget({
  title: 'beehiiv',
  dialects: [doubleBraces],
  signature: /^\{\{\s*(?:rp_refer_url|subscriber_id|email\s*\}\})/,
  language: 'beehiiv merge tags, `{{name}}`',
  vocabulary: {
    own: [''],
    values: ['rp_refer_url', 'rp_refer_url_no_params'],
  },
  names: {
    email: { tag: '{{email}}', proof: 'general' },
    subscriber_id: { tag: '{{subscriber_id}}', proof: 'seen' },
  },
  unverified: ['unsubscribe_url', 'web_url', 'preferences_url', 'first_name'],
  literal: brokenBraces,
  adds: ['unsubscribe', 'address'],
  notes: [
    'beehiiv’s footer has the link to unsubscribe and the postal address; a tag `{{unsubscribe_url}}` is UNVERIFIED.',
    'The tags for the web copy, the first name and the preferences are UNVERIFIED.',
    'Merge tags are reported not to work inside an HTML block that came through the API.',
  ],
  sources: [
    'support.beehiiv.com, article 7606088263191, and public code that uses its API (`{{rp_refer_url}}`)',
    'developers.beehiiv.com',
  ],
})
