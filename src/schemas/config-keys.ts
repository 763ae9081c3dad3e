/**
 * What the keys of the config mean, in the Markdown of `docs/config.md`, whose table is made of them, as are the descriptions
 * in the JSON Schema. A key that only a config in JavaScript or TypeScript can have is here for the table.
 */
export const configKeys: Readonly<Record<string, string>> = {
  name: "the newsletter's name",
  description: 'a line about the newsletter',
  url: 'where the web archive, the content of `dist/`, is served',
  from: 'the sender: `Ada <ada@example.com>`, or a map with `name` and `email`',
  postalAddress: "the sender's postal address, for the footer",
  subscribe:
    'the address where people subscribe: footers then ask those who got the email from someone else to do so',
  social: 'a list of [profiles](#social-profiles), for the footer',
  target: '[the provider](targets.md), or a list of several; `generic` if not given',
  targets:
    '[targets of your own](targets.md#a-target-of-your-own), by name; only in JavaScript or TypeScript',
  template: 'the [template](templates.md) of issues that name none',
  lang: 'the language of issues that name none',
  dir: 'the text direction of issues that name none, if their language does not tell it',
  theme:
    'design tokens that replace those of the [template](templates.md#styles), such as [a brand](templates.md#a-brand-in-four-lines)',
  assets: '`baseUrl`: where pictures are served; their address becomes `<baseUrl>/<slug>/images/…`',
  utm: '[campaign parameters](#campaign-parameters) for links',
  polls:
    '[where votes go](polls-and-sponsors.md#where-a-vote-goes): `mailto`, `url`, or `pages` with or without `endpoint`',
  schedule: '[when issues are sent](#schedule): `every`, `at`, `timezone`, `from`',
  disclosure: 'the [label](polls-and-sponsors.md#disclosure) of sponsors that have none of their own',
  list: '[headers](sending.md#a-message-for-any-mail-client) that identify the mailing list',
  merge:
    '`fields`: [your own fields](targets.md#names-that-are-checked) at the provider, whose tags are known',
  smtp: '[the server](sending.md#the-server) for test sends, without its password',
  test: 'your own addresses, to which [the preview](preview.md#what-else-is-sent) sends tests: one, or a list of ten at most',
  sponsors: '[sponsors](polls-and-sponsors.md#sponsors) by key, and `max`, how many an issue may have',
  blocks:
    '[blocks with behaviour](blocks.md#a-block-with-behaviour), by name; only in JavaScript or TypeScript',
  checks:
    'levels and options of [checks](checks.md), and [checks of your own](checks.md#a-check-of-your-own)',
  clients: 'the mail clients that [`client-support`](checks.md#client-support) considers',
  markdown:
    '`definitions`: the file of [shared definitions](writing.md#shared-definitions), or a list of files, relative to the config, instead of `definitions.md`; [plugins](#javascript-and-typescript) (`remarkPlugins`, `rehypePlugins`) only in JavaScript or TypeScript',
}

/** What the keys of a sponsor mean, in the config and in `sponsors.yml`. */
export const sponsorKeys: Readonly<Record<string, string>> = {
  max: 'how many sponsors an issue may have',
  '*': 'a sponsor, by the key that issues refer to it with',
  '*.name': "the sponsor's name",
  '*.url': 'where its links lead: an http(s) address',
  '*.logo': "the logo's path or address",
  '*.logo-dark': 'the logo on a dark background',
  '*.cta': 'the text of the button',
  '*.label': 'the disclosure label, such as `Advertisement`',
  '*.utm': 'whether its links get the campaign parameters',
  '*.from': 'the first day of its booking, such as `2024-11-28`',
  '*.until': 'the last day of its booking',
  '*.issues': 'the slugs of the issues that it has booked',
}

/** What the keys within the config's maps mean, by their path. */
export const nestedConfigKeys: Readonly<Record<string, string>> = {
  'from.name': "the sender's name",
  'from.email': "the sender's address",
  'assets.baseUrl': 'where pictures are served',
  'utm.source': '`utm_source`, such as the name of the newsletter',
  'utm.medium': '`utm_medium`, such as `email`',
  'utm.campaign': "`utm_campaign`; the issue's slug if not given",
  'utm.exclude': 'hosts whose links get no parameters',
  'polls.url': 'an address with `{issue} {poll} {option} {index} {subscriber}` in it',
  'polls.mailto': 'the mailbox that votes are sent to',
  'polls.pages': 'writes a page for each option, which its link opens',
  'polls.endpoint': 'where the button of such a page posts to',
  'schedule.every': 'the days: `tuesday`, `other tuesday`, `first tuesday`, `15th`, or a list',
  'schedule.at': 'the time of day, such as `09:12`',
  'schedule.timezone': 'the time zone of both, by its IANA name: `Europe/Berlin`',
  'schedule.from': 'the first day of the schedule: earlier issues may have any date',
  'list.id': "the list's name in the header `List-Id`, such as `news.example.com`",
  'list.unsubscribe': 'what the header `List-Unsubscribe` offers',
  'list.unsubscribe.url': 'the address of the unsubscribe page, with a merge tag in it',
  'list.unsubscribe.mailto': 'the mailbox for unsubscribing',
  'list.unsubscribe.oneClick': 'whether a request to `url` unsubscribes at once (RFC 8058)',
  'merge.fields': 'the names of your own fields at the provider',
  'smtp.host': "the server's name",
  'smtp.port': 'its port; 465 with `tls`, else 587, if not given',
  'smtp.secure': '`starttls` if not given; `none` sends unencrypted, for a server on the same machine',
  'smtp.user': "the user's name; the password is in the environment, `ISSUE_SMTP_PASSWORD`",
  'markdown.definitions': 'the file of shared definitions, or a list of files, relative to the config',
  ...Object.fromEntries(Object.entries(sponsorKeys).map(([path, text]) => [`sponsors.${path}`, text])),
}
