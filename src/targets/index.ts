/**
 * The ESPs that an email can be built for, as far as the HTML and the plaintext need them: which native merge tags
 * their authors write, and the links that every footer wants. Tags from the ESPs' own documentation (Campaign Monitor's
 * from templates in use); where none is known, the layout leaves its line out.
 */
import type { TagGrammar } from '../merge-tags/grammar.ts'

export interface Target {
  /** Its name in a sentence. */
  title: string
  /** Native tags beyond those with unmistakable delimiters, which pass for every target. */
  grammars: TagGrammar[]
  /** The tag for the unsubscribe link's address. */
  unsubscribeUrl?: string
  /** What leads out where HTML has no tag for the address. */
  unsubscribeLink?: WholeLink
  /** The tag for the address of the web copy. */
  webUrl?: string
  /** What leads to the web copy where HTML has no tag for its address. */
  webLink?: WholeLink
  /** What the provider adds to every message by itself: its documentation asks authors not to write it by hand. */
  adds?: readonly ('unsubscribe' | 'address')[]
}

/** A link of which the provider makes the whole, not the address alone. */
export interface WholeLink {
  /** The name of the element of its own that stands around the words in HTML. */
  element: string
  /** What stands for the address in plaintext. */
  text: string
}

export const targets: Record<string, Target> = {
  generic: { title: 'any provider', grammars: [], unsubscribeUrl: '{{ unsubscribe_url }}' },
  mailchimp: { title: 'Mailchimp', grammars: [], unsubscribeUrl: '*|UNSUB|*', webUrl: '*|ARCHIVE|*' },
  kit: { title: 'Kit', grammars: [], unsubscribeUrl: '{{ unsubscribe_url }}' },
  buttondown: {
    title: 'Buttondown',
    grammars: [],
    unsubscribeUrl: '{{ unsubscribe_url }}',
    webUrl: '{{ email.absolute_url }}',
    adds: ['address'],
  },
  beehiiv: { title: 'beehiiv', grammars: [], adds: ['unsubscribe', 'address'] },
  ghost: { title: 'Ghost', grammars: ['ghost'], adds: ['unsubscribe', 'address'] },
  sendgrid: { title: 'SendGrid', grammars: [], unsubscribeUrl: '{{{unsubscribe}}}' },
  postmark: { title: 'Postmark', grammars: [], unsubscribeUrl: '{{{ pm:unsubscribe }}}' },
  mailgun: { title: 'Mailgun', grammars: [], unsubscribeUrl: '%unsubscribe_url%' },
  ses: { title: 'Amazon SES', grammars: [], unsubscribeUrl: '{{amazonSESUnsubscribeUrl}}' },
  resend: { title: 'Resend', grammars: [], unsubscribeUrl: '{{{RESEND_UNSUBSCRIBE_URL}}}' },
  brevo: { title: 'Brevo', grammars: [], unsubscribeUrl: '{{ unsubscribe }}', webUrl: '{{ mirror }}' },
  klaviyo: {
    title: 'Klaviyo',
    grammars: [],
    unsubscribeUrl: '{% unsubscribe_link %}',
    webUrl: '{% web_view_link %}',
  },
  customerio: {
    title: 'Customer.io',
    grammars: [],
    unsubscribeUrl: '{% unsubscribe_url %}',
    webUrl: '{% view_in_browser_url %}',
  },
  hubspot: {
    title: 'HubSpot',
    grammars: [],
    unsubscribeUrl: '{{ unsubscribe_link }}',
    webUrl: '{{ view_as_page_url }}',
  },
  listmonk: {
    title: 'listmonk',
    grammars: [],
    unsubscribeUrl: '{{ UnsubscribeURL }}',
    webUrl: '{{ MessageURL }}',
  },
  sendy: {
    title: 'Sendy',
    grammars: ['square', 'elements'],
    unsubscribeUrl: '[unsubscribe]',
    webUrl: '[webversion]',
  },
  mailerlite: { title: 'MailerLite', grammars: [], unsubscribeUrl: '{$unsubscribe}', webUrl: '{$url}' },
  'campaign-monitor': {
    title: 'Campaign Monitor',
    grammars: ['square', 'elements'],
    unsubscribeLink: { element: 'unsubscribe', text: '[unsubscribe]' },
    webLink: { element: 'webversion', text: '[webversion]' },
  },
  loops: { title: 'Loops', grammars: ['loops'], adds: ['unsubscribe', 'address'] },
}

/** The names that `target` takes, in the config and on the command line. */
export const targetNames: string[] = Object.keys(targets)
