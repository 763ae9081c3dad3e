/** Tag dialects that could be ordinary text, so that they count only for the targets that speak them. */
export type TagGrammar = 'square' | 'elements' | 'ghost' | 'loops'

/**
 * Dialects whose delimiters nobody types by accident. Sources: the vendors' documentation, dialect by dialect:
 * Handlebars triple braces (SendGrid, Postmark, Resend), Liquid, Django, HubL and Go braces, Liquid and Django tags,
 * Mailchimp, SendGrid's `<%…%>`, Ghost's internal `%%{…}%%`, Mailgun and ActiveCampaign, MailerLite, GetResponse.
 */
const unmistakable: RegExp[] = [
  /\{\{\{[^`{}\n]+\}\}\}/,
  /\{\{[^`\n]{1,1000}?\}\}/,
  // A tag's arguments may run over lines and hold backticks, but not begin in a code span or swallow a fence.
  /(?<!`)\{%-?\s*[A-Za-z](?:(?!\{%|%\}|\n[ >]*(?:`{3}|~{3}))[\s\S]){0,4000}%\}/,
  /\{%-?\s*[A-Za-z][^`\n{}]*%\}/,
  /\*\|[A-Za-z][^\n*]{0,200}?\|\*/,
  /<%[^%\n`]{1,300}%>/,
  /%%\{[^}\n`]+\}%%/,
  // Two hexadecimal digits between percent signs are an encoded address, not a name.
  /%(?![0-9A-Fa-f]{2}%)[A-Za-z][\w-]*(?:\.[\w-]+)*%/,
  /\{\$[a-z][^}\n`]*\}/,
  /(?<!\[)\[\[[a-z][a-z_]*(?: fallback="[^"\n]*")?\]\](?![([:\]])/,
]

const square =
  /\[(?:unsubscribe|webversion|preferences|email|name|firstname|lastname|fullname|current(?:day|daynumber|dayname|month|monthnumber|monthname|year))(?:,fallback=[^\]\n]*)?\](?![([:])/i

const elements =
  /<\/?(?:unsubscribe|webversion|preferences|currentday(?:name)?|currentmonth(?:name)?|currentyear)>/

const ambiguous: Record<TagGrammar, RegExp> = {
  square,
  elements,
  ghost: /\{[a-z][a-z_]*(?:, ?"[^"\n]*")?\}/,
  loops: /\{contact\.[A-Za-z]\w*\}/,
}

/** One expression that finds every native merge tag. */
export function toTagPattern(grammars: readonly TagGrammar[]): RegExp {
  const all = [...unmistakable, ...grammars.map((grammar) => ambiguous[grammar])]
  return new RegExp(all.map((pattern) => pattern.source).join('|'), grammars.includes('square') ? 'gi' : 'g')
}
