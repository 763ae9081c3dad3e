import { defineTarget } from './define-target.ts'
import { doubleBraces, percentBraces } from './dialects.ts'
import { django } from './literals.ts'
import { djangoLanguage } from './vocabulary.ts'
import { quoted } from './write-fallback.ts'

export const buttondown = defineTarget({
  title: 'Buttondown',
  dialects: [doubleBraces, percentBraces],
  signature:
    /^\{\{\s*(?:subscriber\.(?:email\b|metadata|can_view_premium_content\b)|unsubscribe_url\b|email\.(?:absolute_url|url|publish_date)|manage_subscription_url\b|survey\.)/,
  language: 'Django templates',
  vocabulary: {
    own: ['subscriber.', 'email.', 'newsletter.', 'survey.'],
    values: ['subscriber.can_view_premium_content', 'email.url', 'email.publish_date', 'email.subject', 'ad'],
    language: djangoLanguage,
  },
  names: {
    unsubscribe_url: { tag: '{{ unsubscribe_url }}', proof: 'documented' },
    web_url: { tag: '{{ email.absolute_url }}', proof: 'documented' },
    preferences_url: {
      tag: '{{ manage_subscription_url }}',
      proof: 'documented',
      note: 'It needs Buttondown’s Portal.',
    },
    email: { tag: '{{ subscriber.email }}', proof: 'documented' },
    first_name: metadata('first_name', 'documented'),
    last_name: metadata('last_name', 'general'),
    subscriber_id: { tag: '{{ subscriber.id }}', proof: 'documented' },
    current_year: {
      tag: '{{ email.publish_date|date:"Y" }}',
      proof: 'general',
      in: {
        attribute: "{{ email.publish_date|date:'Y' }}",
        url: "{{ email.publish_date|date:'Y' }}",
      },
    },
  },
  literal: django,
  requires: [
    {
      tag: '{{ unsubscribe_url }}',
      pattern: /\{\{\s*unsubscribe_url\b/,
      where: 'html',
      level: 'error',
      note: 'Buttondown takes a whole HTML email in its “Naked” mode only, and there it asks for the tag. Link on `merge:unsubscribe_url`.',
      proof: 'documented',
    },
  ],
  adds: ['address'],
  limits: [{ text: 'a subject: 2000 characters', proof: 'documented' }],
  notes: ['Whether the field `description` is the preheader is UNVERIFIED.'],
  sources: [
    'buttondown/docs, pages/odds-and-ends/template-variables (`subscriber.id`)',
    'buttondown/docs@2026-08-22, content/pages: templating, naked-mode, surveys, sponsorships, utm, drafting-emails-via-the-api',
  ],
})

function metadata(name: string, proof: 'documented' | 'general') {
  const path = `subscriber.metadata.${name}`
  const write = quoted((words) => `{{ ${path}|default:${words} }}`)
  return { tag: `{{ ${path} }}`, proof, fallback: { write, proof: 'general' } } as const
}
