/**
 * The ESPs that an email can be built for, as far as the HTML and the plaintext need them: which native merge tags
 * their authors write, and the links that every footer wants. Tags from the ESPs' own documentation; where a tag is
 * not documented there is none, and the layout leaves its line out.
 */
import type { TagGrammar } from '../merge-tags/grammar.ts'

export interface Target {
  /** Its name in a sentence. */
  title: string
  /** Native tags beyond those with unmistakable delimiters, which pass for every target. */
  grammars: TagGrammar[]
  /** The tag for the unsubscribe link's address; absent where the platform's own footer carries it. */
  unsubscribeUrl?: string
  /** The tag for the address of the web copy. */
  webUrl?: string
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
  },
  beehiiv: { title: 'beehiiv', grammars: [] },
  ghost: { title: 'Ghost', grammars: ['ghost'] },
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
  'campaign-monitor': { title: 'Campaign Monitor', grammars: ['square', 'elements'] },
  loops: { title: 'Loops', grammars: ['loops'] },
}

/** The names that `target` takes, in the config and on the command line. */
export const targetNames: string[] = Object.keys(targets)
