import { defineTarget } from './define-target.ts'
import { elements, squares } from './dialects.ts'
import { brokenSquares } from './literals.ts'
import { bare } from './write-fallback.ts'

export const campaignMonitor = defineTarget({
  title: 'Campaign Monitor',
  dialects: [squares, elements],
  signature: /^(?:\[(?!\[)|<(?!%))/,
  language: 'Campaign Monitor tags, `[name,fallback=x]`, and its elements',
  vocabulary: {
    own: [''],
    values: ['fullname', 'currentday', 'currentdayname', 'currentmonth', 'currentmonthname'],
  },
  names: {
    unsubscribe_url: link('unsubscribe', 'seen'),
    web_url: link('webversion', 'seen'),
    preferences_url: link('preferences', 'general'),
    email: {
      tag: '[email]',
      proof: 'seen',
      fallback: { write: bare((words) => `[email,fallback=${words}]`, /[[\]]/), proof: 'seen' },
    },
    first_name: named('firstname', 'seen'),
    last_name: named('lastname', 'general'),
    current_year: { tag: '<currentyear>', proof: 'seen', in: { attribute: null, url: null } },
  },
  literal: brokenSquares,
  requires: [
    {
      tag: '<unsubscribe>',
      pattern: /<unsubscribe>|\[unsubscribe\]/,
      where: 'html',
      level: 'error',
      note: 'Campaign Monitor asks for it, from general knowledge. Link on `merge:unsubscribe_url`.',
      proof: 'general',
    },
  ],
  notes: [
    'In HTML its links are elements around the words, `<unsubscribe>…</unsubscribe>`; in plaintext `[unsubscribe]` stands for the address.',
    'A campaign’s HTML and plaintext are fetched from addresses, and the sender’s address is in the client’s settings, from general knowledge.',
  ],
  sources: [
    'newsletter-glue/newsletter-glue@2021-07-07, includes/integrations, and public templates',
    'public descriptions of its call to create a draft',
  ],
})

/** There is no tag for the address in HTML, only for the whole link. */
function link(element: string, proof: 'seen' | 'general') {
  const none = { text: null, attribute: null, url: null }
  return { tag: `[${element}]`, proof, element, in: none } as const
}

function named(name: string, proof: 'seen' | 'general') {
  const write = bare((words) => `[${name},fallback=${words}]`, /[[\]]/)
  return { tag: `[${name}]`, proof, fallback: { write, proof } } as const
}
