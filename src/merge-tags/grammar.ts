/** Tag dialects that could be ordinary text, so that they count only for the targets that speak them. */
export type TagGrammar = 'square' | 'elements' | 'ghost' | 'loops'

/**
 * Dialects whose delimiters nobody types by accident. Sources: the vendors' documentation, dialect by dialect:
 * Handlebars triple braces (SendGrid, Postmark, Resend), Liquid, Django, HubL and Go braces, Liquid and Django tags,
 * Mailchimp, SendGrid's `<%…%>`, Ghost's internal `%%{…}%%`, Mailgun and ActiveCampaign, MailerLite, GetResponse.
 */
const unmistakable: RegExp[] = [
  /\{\{\{[^`{}\n]{1,1000}\}\}\}/,
  /\{\{[^`\n]{1,1000}?\}\}/,
  // A tag's arguments may run over lines and hold backticks, but not begin in a code span or swallow a fence.
  /(?<!`)\{%-?\s*[A-Za-z](?:(?!\{%|%\}|\n[ >]*(?:`{3}|~{3}))[\s\S]){0,4000}%\}/,
  /\{%-?\s*[A-Za-z][^`\n{}]{0,1000}%\}/,
  /\*\|[A-Za-z][^\n*]{0,200}?\|\*/,
  /<%[^%\n`]{1,300}%>/,
  /%%\{[^{}\n`]{1,300}\}%%/,
  // Percent signs and two hexadecimal digits are an encoded address, not the beginning of a name.
  /%(?![0-9A-Fa-f]{2})[A-Za-z][\w-]{2,}(?:\.[\w-]+)*%/,
  /\{\$[a-z][^{}\n`]{0,300}\}/,
  /(?<!\[)\[\[[a-z][a-z_]*(?: fallback="[^"\n]{0,300}")?\]\](?![([:\]])/,
]

const square =
  /\[(?:unsubscribe|webversion|preferences|email|name|firstname|lastname|fullname|current(?:day|daynumber|dayname|month|monthnumber|monthname|year))(?:,fallback=[^[\]\n]{0,300})?\](?![([:])/i

const elements =
  /<\/?(?:unsubscribe|webversion|preferences|currentday(?:name)?|currentmonth(?:name)?|currentyear)>/

const ambiguous: Record<TagGrammar, RegExp> = {
  square,
  elements,
  // A poll's address pattern has placeholders of ours: `{option}`.
  ghost: /\{(?!(?:issue|poll|option|index|subscriber)\})[a-z][a-z_]*(?:, ?"[^"\n]{0,300}")?\}/,
  loops: /\{contact\.[A-Za-z]\w*\}/,
}

/** One expression that finds every native merge tag. */
export function createTagPattern(grammars: readonly TagGrammar[]): RegExp {
  const all = [...unmistakable, ...grammars.map((grammar) => ambiguous[grammar])]
  return new RegExp(all.map((pattern) => pattern.source).join('|'), grammars.includes('square') ? 'gi' : 'g')
}
