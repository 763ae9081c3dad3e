import { defineTarget } from './define-target.ts'
import { elements, squares } from './dialects.ts'
import { brokenSquares } from './literals.ts'
import { bare } from './write-fallback.ts'

export const sendy = defineTarget({
  title: 'Sendy',
  dialects: [squares, elements],
  signature: /^(?:\[(?!\[)|<(?!%))/,
  language: 'Sendy tags, `[Name,fallback=x]`',
  vocabulary: {
    own: [''],
    values: ['currentday', 'currentdaynumber', 'currentmonth', 'currentmonthnumber'],
  },
  names: {
    unsubscribe_url: { tag: '[unsubscribe]', proof: 'seen' },
    web_url: { tag: '[webversion]', proof: 'seen' },
    email: { tag: '[Email]', proof: 'seen' },
    first_name: {
      tag: '[Name,fallback=]',
      proof: 'seen',
      fallback: { write: bare((words) => `[Name,fallback=${words}]`, /[[\]]/), proof: 'seen' },
      note: 'Sendy has one name for a person; what it holds is what was signed up with.',
    },
    current_year: { tag: '[currentyear]', proof: 'seen' },
  },
  literal: brokenSquares,
  requires: [
    {
      tag: '[unsubscribe]',
      pattern: /\[unsubscribe\]|<unsubscribe>/,
      where: 'html',
      level: 'error',
      note: 'Sendy asks for it, from general knowledge. Link on `merge:unsubscribe_url`.',
      proof: 'general',
    },
  ],
  notes: ['Of the tags for the date, only some were seen in use.'],
  sources: ['the source of Sendy’s pages, in public forks'],
})
