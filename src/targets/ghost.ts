import { defineTarget } from './define-target.ts'
import { ghostBraces, ghostInternal } from './dialects.ts'
import { joinedGhost } from './literals.ts'
import type { TagContext } from './target.ts'
import { escapeWords } from './write-fallback.ts'

export const ghost = defineTarget({
  title: 'Ghost',
  dialects: [ghostBraces, ghostInternal],
  signature: /^(?:\{(?:first_name|name|email|uuid)\b|%%\{)/,
  language: 'Ghost’s replacements, `{name}`',
  vocabulary: {
    own: [''],
    values: ['name', 'uuid', 'unsubscribe_url'],
  },
  names: {
    email: { tag: '{email}', proof: 'general' },
    first_name: {
      tag: '{first_name}',
      proof: 'documented',
      fallback: { write: writeFallback, proof: 'documented' },
      note: 'In Ghost it is typed in “Email content” and “Email call to action” cards.',
    },
  },
  literal: joinedGhost,
  adds: ['unsubscribe', 'address'],
  limits: [{ text: 'a warning to authors from 100 KB of HTML', proof: 'documented' }],
  notes: [
    'Ghost’s own template adds the link to unsubscribe, the web copy, the account and the address: it wraps what it is given, so that a whole document does not suit it. Wrapped in `<!--kg-card-begin: html-->` it stays as it is, from general knowledge.',
    'Which field holds the preheader (`custom_excerpt`, `email_preheader`) is UNVERIFIED.',
  ],
  sources: ['TryGhost/Ghost, the email renderer’s tests', 'TryGhost/Ghost, pull request 25798'],
})

/** Ghost reads `&quot;` in an attribute as a quotation mark (its email renderer's tests). */
function writeFallback(words: string, context: TagContext): string | undefined {
  if (/["{}]/.test(words)) return undefined
  if (context === 'text') return `{first_name, "${escapeWords(words, context)}"}`
  if (context === 'attribute' || context === 'url')
    return `{first_name, &quot;${escapeWords(words, context)}&quot;}`
  return `{first_name, "${words}"}`
}
