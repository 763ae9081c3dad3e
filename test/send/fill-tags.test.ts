/** Merge tags of every dialect, filled in as their providers would. */
import { describe, expect, test } from 'vitest'
import { fillTags } from '../../src/send/fill-tags.ts'
import { createSampleValues } from '../../src/send/sample-values.ts'
import { targets } from '../../src/targets/index.ts'

const samples = {
  recipient: 'bob@example.com',
  newsletter: 'The Test',
  postalAddress: '1 Lane',
  webUrl: 'https://example.com/one/',
  subject: 'One',
  now: Date.UTC(2026, 10, 22),
  data: {},
}
const values = createSampleValues(samples)
const fill = (text: string, target = 'generic', given: Record<string, string> = values) =>
  fillTags(text, targets[target], given).text

const out = 'https://example.com/unsubscribe/4f1c9a7e'
const prefer = 'https://example.com/preferences/4f1c9a7e'
const web = 'https://example.com/one/'

describe('a tag', () => {
  test.each<[target: string, tag: string, expected: string]>([
    ['mailchimp', '*|UNSUB|*', out],
    ['mailchimp', '*|ARCHIVE|*', web],
    ['mailchimp', '*|EMAIL|*', 'bob@example.com'],
    ['mailchimp', '*|FNAME|* *|LNAME|*', 'Ada Lovelace'],
    ['mailchimp', '*|UPDATE_PROFILE|*', prefer],
    ['mailchimp', '*|LIST:ADDRESSLINE|*', '1 Lane'],
    ['mailchimp', '*|HTML:LIST_ADDRESS_HTML|*', '1 Lane'],
    ['mailchimp', '*|LIST:NAME|*', 'The Test'],
    ['mailchimp', '*|CURRENT_YEAR|* *|DATE:Y|*', '2026 2026'],
    ['mailchimp', '*|UNIQID|*', '4f1c9a7e'],
    ['mailchimp', '*|IF:FNAME|*Hi *|FNAME|**|ELSE:|*Hi there*|END:IF|*', 'Hi Ada'],
    ['mailchimp', '*|IFNOT:FNAME|*Hi there*|ELSE:|*Hi *|FNAME|**|END:IF|*', 'Hi Ada'],
    ['kit', '{{ unsubscribe_url }}', out],
    ['kit', '{{ subscriber.email_address }}', 'bob@example.com'],
    ['kit', '{{ subscriber.first_name | default: "there" }}', 'Ada'],
    ['kit', '{{ subscriber_preferences_url }}', prefer],
    ['kit', '{{ address }}', '1 Lane'],
    ['kit', '{{ "now" | date: "%B %d, %Y" }} {{ "now" | date: "%Y" }}', 'November 22, 2026 2026'],
    [
      'buttondown',
      '{{ email.absolute_url }} {{ subscriber.metadata.first_name|default:"there" }}',
      `${web} Ada`,
    ],
    ['buttondown', '{{ manage_subscription_url }}', prefer],
    ['beehiiv', '{{email}} {{subscriber_id}}', 'bob@example.com 4f1c9a7e'],
    ['ghost', '{first_name, "there"} %%{unsubscribe_url}%%', `Ada ${out}`],
    ['sendgrid', '{{{unsubscribe}}} {{{weblink}}} {{{unsubscribe_preferences}}}', `${out} ${web} ${prefer}`],
    ['sendgrid', '{{insert first_name "default=Valued Customer"}}', 'Ada'],
    ['sendgrid', '<%asm_group_unsubscribe_raw_url%> <%asm_preferences_raw_url%>', `${out} ${prefer}`],
    ['sendgrid', '{{#if first_name}}Hi {{first_name}}{{else}}Hi there{{/if}}', 'Hi Ada'],
    ['postmark', '{{{ pm:unsubscribe }}} {{{ pm:unsubscribe_url }}} {{name}}', `${out} ${out} Ada Lovelace`],
    ['mailgun', '%unsubscribe_url% %tag_unsubscribe_url% %recipient.first_name%', `${out} ${out} Ada`],
    ['mailgun', '%recipient_email%', 'bob@example.com'],
    ['ses', '{{amazonSESUnsubscribeUrl}}', out],
    [
      'resend',
      '{{{RESEND_UNSUBSCRIBE_URL}}} {{{FIRST_NAME|there}}} {{{contact.email}}}',
      `${out} Ada bob@example.com`,
    ],
    [
      'brevo',
      '{{ unsubscribe }} {{ mirror }} {{ contact.FIRSTNAME | default : "there" }}',
      `${out} ${web} Ada`,
    ],
    ['brevo', '{{ update_profile }}', prefer],
    [
      'klaviyo',
      '{% unsubscribe_link %} {% web_view_link %} {% manage_preferences_link %}',
      `${out} ${web} ${prefer}`,
    ],
    ['klaviyo', "{{ first_name|default:'there' }} {{ organization.full_address }}", 'Ada 1 Lane'],
    ['klaviyo', '{% today "%Y-%m-%d" as today %}{{ today }}', 'November 22, 2026'],
    ['customerio', '{% unsubscribe_url %} {% view_in_browser_url %}', `${out} ${web}`],
    [
      'customerio',
      '{% manage_subscription_preferences_url %} {{ customer.first_name | default: "there" }}',
      `${prefer} Ada`,
    ],
    [
      'customerio',
      '{% if customer.first_name %}Hi {{ customer.first_name }}{% else %}Hi{% endif %}!',
      'Hi Ada!',
    ],
    ['customerio', '{% unless customer.paid %}Pay{% else %}Thanks{% endunless %}', 'Thanks'],
    ['hubspot', '{{ unsubscribe_link }} {{ view_as_page_url }} {{ contact.firstname }}', `${out} ${web} Ada`],
    [
      'hubspot',
      "{{ personalization_token('contact.firstname', 'there') }} {{ site_settings.company_name }}",
      'Ada The Test',
    ],
    [
      'listmonk',
      '{{ UnsubscribeURL }} {{ MessageURL }} {{ .Subscriber.Email }}',
      `${out} ${web} bob@example.com`,
    ],
    ['listmonk', '{{ or .Subscriber.FirstName "there" }} {{ .Subscriber.UUID }}', 'Ada 4f1c9a7e'],
    ['listmonk', '{{ Date "2006" }} {{ Date `2006` }}', '2026 2026'],
    [
      'listmonk',
      '{{ if .Subscriber.Name }}Hi {{ .Subscriber.Name }}{{ else }}Hi{{ end }}',
      'Hi Ada Lovelace',
    ],
    [
      'sendy',
      '[unsubscribe] [webversion] [Email] [Name,fallback=there]',
      `${out} ${web} bob@example.com Ada Lovelace`,
    ],
    ['sendy', '[currentday] [currentdaynumber] [currentmonth] [currentyear]', 'Sunday 22 November 2026'],
    [
      'mailerlite',
      "{$unsubscribe} {$url} {$email} {$name|default('there')}",
      `${out} ${web} bob@example.com Ada Lovelace`,
    ],
    [
      'campaign-monitor',
      '[unsubscribe] [firstname,fallback=there] [fullname,fallback=]',
      `${out} Ada Ada Lovelace`,
    ],
    ['loops', '{contact.firstName} {contact.email}', 'Ada bob@example.com'],
  ])('of %s: %s', (target, tag, expected) => {
    expect(fill(tag, target)).toBe(expected)
    expect(fillTags(tag, targets[target], values).unknown.size).toBe(0)
  })

  test.each([
    ['{{ contact.CITY | default: "your town" }}', 'your town'],
    ["{{ contact.CITY|default:'your town' }}", 'your town'],
    ['{{{CITY|your town}}}', 'your town'],
    ['{{ contact.CITY | upcase }}', '[contact.CITY]'],
    ['{{ contact.CITY | date: "%Y" | default: "your town" }}', 'your town'],
    [
      '{{ end_date }}{{ else_where }}{{ survey.one }}*|ENDDATE|*',
      '[end_date][else_where][survey.one][ENDDATE]',
    ],
    ['{{ organization.size }}', '[organization.size]'],
    ['{{ contact.CITY }}', '[contact.CITY]'],
    ['{% assign x = 1 %}{% comment %}', ''],
  ])('that nothing is known of: %s', (tag, expected) => {
    expect(fill(tag)).toBe(expected)
  })

  test.each([
    ['{% if x %}a{% comment %}b{% endcomment %}{% else %}c{% endif %}d', 'ad'],
    ['{% if x %}a{% capture y %}b{% endcapture %}{% else %}c{% endif %}d', 'ad'],
    ['{% case x %}{% when 1 %}a{% when 2 %}b{% else %}c{% endcase %}d', 'ad'],
    ['{% if x %}{% with y=1 %}a{% endwith %}{% else %}c{% endif %}d', 'ad'],
    ['{{#if x}}a{{! note }}{{!-- a note --}}{{else}}c{{/if}}d', 'ad'],
    ['{{ if .X }}a{{/* note */}}{{ else }}c{{ end }}d', 'ad'],
    ['{{~#if x~}}a{{~^~}}c{{~/if~}}d', 'ad'],
    ['{{^first_name}}a{{^}}b{{/first_name}}c', 'bc'],
    ['{{#first_name}}a{{/first_name}}b{{ $x := 1 }}c', 'abc'],
    ['*|INTERESTED:A:B|*a*|ELSE:|*b*|END:INTERESTED|*c*|POLL:RATING:x|*d*|END:POLL|*', 'acd'],
  ])('of logic within logic: %s', (text, expected) => {
    expect(fill(text)).toBe(expected)
  })

  test.each([
    ['kit', '{% if subscriber.first_name != blank %}Hi{% else %}Hi there{% endif %}', 'Hi there'],
    ['kit', 'Hi {{ subscriber.first_name | default: "there" }}', 'Hi there'],
    ['kit', 'Hi {{ subscriber.first_name }}!', 'Hi !'],
    ['mailchimp', '*|IF:FNAME|*Hi *|FNAME|**|ELSE:|*Hi there*|END:IF|*', 'Hi there'],
    ['mailchimp', '*|IFNOT:FNAME|*Hi there*|ELSE:|*Hi *|FNAME|**|END:IF|*', 'Hi there'],
    ['sendgrid', '{{#if first_name}}Hi {{first_name}}{{else}}Hi there{{/if}}', 'Hi there'],
    ['customerio', '{% unless customer.first_name %}Hi there{% else %}Hi{% endunless %}', 'Hi there'],
    ['customerio', '{% if customer.first_name == "Ada" %}You{% else %}Others{% endif %}', 'You'],
    ['listmonk', '{{ if .Subscriber.FirstName }}Hi{{ else }}Hi there{{ end }}', 'Hi there'],
  ])('whose value is empty, of %s: %s', (target, tag, expected) => {
    const empty = createSampleValues({ ...samples, data: { first_name: '' } })
    expect(fill(tag, target, empty)).toBe(expected)
  })

  test('has the value that is given under its own name, before any other', () => {
    expect(fill('{{ contact.CITY }}', 'brevo', { ...values, city: 'Paris' })).toBe('Paris')
    expect(fill('{{ contact.CITY }}', 'brevo', { ...values, 'contact.city': 'Rome', city: 'Paris' })).toBe(
      'Rome',
    )
    expect(
      fill('{{ first_name }}', 'kit', createSampleValues({ ...samples, data: { name: 'Grace B. Hopper' } })),
    ).toBe('Grace')
    expect(fill('{{ name }}', 'ses', createSampleValues({ ...samples, data: { first_name: 'Grace' } }))).toBe(
      'Grace Lovelace',
    )
  })

  test.each([
    ['{{ "{{" }} x }}', '{{ x }}'],
    ["{{ '{%' }} if %}", '{% if %}'],
    ['{{ `{{` }} x }}', '{{ x }}'],
    ['{% raw %}{{ email }}{% endraw %} {{ email }}', '{{ email }} bob@example.com'],
    ['{% verbatim %}{{ email }}{% endverbatim %}', '{{ email }}'],
    ['\\{{ email }}', '{{ email }}'],
    ['100% sure, 20 %off% [not a tag] { x }', '100% sure, 20 [off] [not a tag] { x }'],
  ])('that is none, but shown: %s', (text, expected) => {
    expect(fill(text)).toBe(expected)
  })
})

describe('a value', () => {
  const given = { ...values, first_name: 'Ada & <Bob> "B"' }

  test('is escaped in HTML, and encoded within an address', () => {
    const html =
      '<!doctype html><a href="https://example.com/?n={{ first_name }}&e={{ email }}" title="{{ first_name }}">{{ first_name }}</a>'
    expect(fill(html, 'kit', given)).toBe(
      '<!doctype html><a href="https://example.com/?n=Ada%20%26%20%3CBob%3E%20%22B%22&e=bob%40example.com" title="Ada &amp; &lt;Bob&gt; &quot;B&quot;">Ada &amp; &lt;Bob&gt; &quot;B&quot;</a>',
    )
  })

  test('that is a whole address stays one', () => {
    expect(fill('<!doctype html><a href="{{ unsubscribe_url }}">x</a>')).toBe(
      `<!doctype html><a href="${out}">x</a>`,
    )
  })

  test('is as it is in plaintext, and encoded within an address', () => {
    expect(fill('{{ first_name }} https://example.com/?n={{ first_name }}', 'kit', given)).toBe(
      'Ada & <Bob> "B" https://example.com/?n=Ada%20%26%20%3CBob%3E%20%22B%22',
    )
  })

  test('makes a link of a provider’s own element, and of words', () => {
    const html = '<!doctype html><unsubscribe>Leave</unsubscribe> <currentyear></currentyear>'
    expect(fill(html, 'campaign-monitor')).toBe(`<!doctype html><a href="${out}">Leave</a> 2026`)
    expect(fill("<!doctype html><p>{% unsubscribe 'Leave' %}</p>", 'klaviyo')).toBe(
      `<!doctype html><p><a href="${out}">Leave</a></p>`,
    )
  })
})

test('branches within branches are followed, and what never ends does no harm', () => {
  expect(fill('{% if a %}1{% if b %}2{% else %}3{% endif %}4{% elsif c %}5{% else %}6{% endif %}7')).toBe(
    '1247',
  )
  expect(fill('{% else %}a{% endif %}b{% if x %}c')).toBe('abc')
})
