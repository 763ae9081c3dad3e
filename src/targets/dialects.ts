/** The dialects of merge tags. Sources: the documentation of the providers that use each. */
import type { Dialect } from '../merge-tags/dialect.ts'

const string = /(?:"([^"]*)"|'([^']*)'|`([^`]*)`|&quot;(.*?)&quot;)/.source

/** Of Liquid, Django, HubL, Brevo and MailerLite: `| default: "x"`, `|default("x")`. */
const defaultFilter = new RegExp(`\\|\\s*default(?:_if_none)?\\s*[:(]?\\s*${string}`)

/** SendGrid's: `{{insert name "default=x"}}`. */
const inserted = /"default=([^"]*)"/

/**
 * Before a tag that is recognized only in an address: the address of a link, or of an attribute, up to the tag. It is tried
 * after a look ahead, since it is the slower of the two.
 */
const inAddress = /(?<=(?:^|\]\(\s*<?|\]:[ \t]*<?|<|[\w-]=["']?)[^\s"'<>()]{0,2000})/.source

/** Handlebars' and Mustache's unescaped values, and Resend's variables. */
export const tripleBraces: Dialect = {
  open: '{{{',
  close: '}}}',
  beginsAsOpen: true,
  tags: [/\{\{\{[^`{}\n]{1,1000}\}\}\}/],
  fallback: [/^\{\{\{[^{}|]*\|([^{}]*)\}\}\}$/, defaultFilter, inserted],
}

/** Values of Liquid, Django and HubL; all tags of Handlebars, Mustache and Go, including logic and comments. */
export const doubleBraces: Dialect = {
  open: '{{',
  close: '}}',
  beginsAsOpen: true,
  tags: [
    /\{\{[^`\n]{1,1000}?\}\}/,
    // Go's strings in backticks: {{ TrackLink `https://…` }}. A tag does not begin in a code span.
    /(?<!`)\{\{-?[ \t]*[\w.$][\w.$|()"' \t]{0,200}`[^`\n]{0,1000}`[^`\n{}]{0,200}\}\}/,
  ],
  logic: {
    statement: /^(?:!|\/\*|\$\w+\s*:?=)/,
    else: /^(?:else|\^)$/,
    elseif: /^else\s+/,
    unless: /^(?:\^|#\s*unless\b)/,
    section: /^(?:#>|block\s)/,
    aside: /^(?:#\*\s*inline|define)\s/,
    if: /^(?:#\s*(?:(?:if|each|with)\b)?|(?:if|with|range)\s+(?=\S))/,
    end: /^(?:\/|end$)/,
  },
  fallback: [
    defaultFilter,
    new RegExp(`^\\{\\{[-~]?\\s*or\\s+\\S+\\s+${string}`),
    /personalization_token\(\s*(?:"[^"]*"|'[^']*')\s*,\s*(?:"([^"]*)"|'([^']*)')/,
    inserted,
  ],
}

/** Statements of Liquid, Django and HubL. A provider's own may print something (`{% unsubscribe_url %}`) or nothing. */
export const percentBraces: Dialect = {
  open: '{%',
  close: '%}',
  beginsAsOpen: true,
  tags: [
    // A tag can have several lines and backticks in its arguments, but not begin in a code span or contain a fence.
    /(?<!`)\{%-?\s*[A-Za-z](?:(?!\{%|%\}|\n[ >]*(?:`{3}|~{3}))[\s\S]){0,4000}%\}/,
    /\{%-?\s*[A-Za-z][^`\n{}]{0,1000}%\}/,
  ],
  logic: {
    if: /^(?:if|ifchanged|for|tablerow)\b/,
    unless: /^unless\b/,
    choice: /^case\b/,
    elseif: /^(?:elsif|elif|elseif|when)\b/,
    else: /^(?:else|empty)\b/,
    end: /^end[a-z]*\b/,
    section: /^(?:autoescape|filter|spaceless|block|with|call)\b/,
    aside: /^(?:comment|capture|macro)\b/,
    raw: /^(?:raw|verbatim)$/,
    statement:
      /^(?:assign|set|load|include|render|extends|import|from|cycle|increment|decrement|break|continue|today)\b/,
  },
  fallback: [defaultFilter],
  isBlock: true,
}

/** Mailchimp's. */
export const stars: Dialect = {
  open: '*|',
  close: '|*',
  beginsAsOpen: true,
  tags: [/\*\|[A-Za-z][^\n*]{0,200}?\|\*/],
  logic: {
    if: /^(?:IF|INTERESTED)(?=[:\s]|$)/i,
    unless: /^IFNOT(?=[:\s]|$)/i,
    elseif: /^ELSEIF(?=[:\s]|$)/i,
    else: /^ELSE(?=[:\s]|$)/i,
    end: /^END(?=[:\s]|$)/i,
    section: /^(?:POLL|SURVEY)(?=[:\s]|$)/i,
  },
}

/** SendGrid's in its Mail API. */
export const anglePercents: Dialect = {
  open: '<%',
  close: '%>',
  beginsAsOpen: true,
  tags: [
    // As a link's destination, `<%name%>` is Mailgun's `%name%` in Markdown's angle brackets, except SendGrid's own names.
    /(?=<%)(?:(?<!\]\(\s*|\]:[ \t]*)|(?!<%(?!asm_)[A-Za-z][\w-]{2,}(?:\.[\w-]+)*%>))<%[^%\n`]{1,300}%>/,
  ],
}

/** Ghost's fallback: `{name, "x"}`. */
const afterComma = /^(?:%%)?\{[a-z_]+, ?(?:"([^"]*)"|&quot;(.*?)&quot;)\}(?:%%)?$/

/** Ghost's tags in its own templates. */
export const ghostInternal: Dialect = {
  open: '%%{',
  close: '}%%',
  beginsAsOpen: true,
  tags: [/%%\{[^{}\n`]{1,300}\}%%/],
  fallback: [afterComma],
}

/** Mailgun's and ActiveCampaign's. */
export const percents: Dialect = {
  open: '%',
  close: '%',
  beginsAsOpen: true,
  // Percent signs and two hexadecimal digits are an encoded address, not the beginning of a name.
  tags: [/%(?![0-9A-Fa-f]{2})[A-Za-z][\w-]{2,}(?:\.[\w-]+)*%/],
}

/** Salesforce Marketing Cloud's. */
export const doublePercents: Dialect = {
  open: '%%',
  close: '%%',
  beginsAsOpen: true,
  tags: [/%%[A-Za-z_][\w.-]*%%/],
}

/** Several providers'. In a text they are mostly samples of code. */
export const dollarAddresses: Dialect = {
  open: '${',
  close: '}',
  beginsAsOpen: true,
  tags: [new RegExp(`(?=\\$\\{)${inAddress}\\$\\{[A-Za-z_][\\w.]*\\}`)],
}

/** Several providers', as the value of a parameter: `?n=[FIRST_NAME]`. */
export const squareParameters: Dialect = {
  open: '[',
  close: ']',
  beginsAsOpen: true,
  tags: [new RegExp(`(?=\\[[A-Z])(?<=${inAddress}=)\\[[A-Z][A-Z0-9_]*\\](?!\\()`)],
}

/** listmonk's end of an address whose clicks are counted: `https://example.com@TrackLink`. */
export const trackLinks: Dialect = {
  open: '@',
  close: 'TrackLink',
  beginsAsOpen: true,
  tags: [/(?=@TrackLink)(?<=https?:\/\/[^\s"'<>()]{0,2000})@TrackLink(?![\w.-])/],
}

/** MailerLite's. */
export const dollarBraces: Dialect = {
  open: '{$',
  close: '}',
  beginsAsOpen: true,
  tags: [/\{\$[a-z][^{}\n`]{0,300}\}/],
  fallback: [defaultFilter],
}

/** GetResponse's, and those of other providers with names such as `UNSUB_LINK_EN`. */
export const doubleSquares: Dialect = {
  open: '[[',
  close: ']]',
  beginsAsOpen: true,
  tags: [
    /(?<!\[)\[\[[a-z][a-z_]*(?: fallback="[^"\n]{0,300}")?\]\](?![([:\]])/,
    /(?<!\[)\[\[[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+\]\](?![([:\]])/,
    new RegExp(`(?=\\[\\[[A-Z])${inAddress}\\[\\[[A-Z][A-Z0-9_]*\\]\\]`),
  ],
  fallback: [/fallback="([^"]*)"/],
}

/** Campaign Monitor's and Sendy's; `[name]` may be a word. */
export const squares: Dialect = {
  open: '[',
  close: ']',
  beginsAsOpen: true,
  tags: [
    /\[(?:unsubscribe|webversion|preferences|email|name|firstname|lastname|fullname|current(?:day|daynumber|dayname|month|monthnumber|monthname|year))(?:,fallback=[^[\]\n]{0,300})?\](?![([:])/i,
  ],
  fallback: [/^\[[^\],]*,fallback=([^\]]*)\]$/i],
}

/** Campaign Monitor's and Sendy's elements. */
export const elements: Dialect = {
  open: '<',
  close: '>',
  beginsAsOpen: true,
  tags: [/<\/?(?:unsubscribe|webversion|preferences|currentday(?:name)?|currentmonth(?:name)?|currentyear)>/],
}

/** Ghost's tags in the texts of authors. */
export const ghostBraces: Dialect = {
  open: '{',
  close: '}',
  beginsAsOpen: true,
  // Except the placeholders of a poll's address pattern, `{option}`, and the number of an issue.
  tags: [/\{(?!(?:issue|poll|option|index|subscriber|number)\})[a-z][a-z_]*(?:, ?"[^"\n]{0,300}")?\}/],
  fallback: [afterComma],
}

/** Loops'. */
export const contactBraces: Dialect = {
  open: '{contact.',
  close: '}',
  beginsAsOpen: true,
  tags: [/\{contact\.[A-Za-z]\w*\}/],
}

/** Dialects whose delimiters are never typed by accident: their tags are recognized for every target. */
export const sharedDialects: readonly Dialect[] = [
  tripleBraces,
  doubleBraces,
  percentBraces,
  stars,
  anglePercents,
  ghostInternal,
  doublePercents,
  percents,
  dollarBraces,
  dollarAddresses,
  doubleSquares,
  squareParameters,
  trackLinks,
]

/** All dialects of tags within a line, including those whose tags could be ordinary words. */
export const inlineDialects: readonly Dialect[] = [...sharedDialects, squares, ghostBraces, contactBraces]
