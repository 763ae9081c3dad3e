/** Tags of programs that build websites, which no email service provider knows. */

const hugo = /^\{\{[<%]/
/** Jekyll's own statements (jekyllrb.com, "Tags filters"); the file of its `include` has no quotation marks. */
const jekyll =
  /^\{%-?\s*(?:post_url|include_relative|include_cached|(?:end)?highlight|gist|seo|feed_meta|link\s+\S+\.\w+|include\s+[\w./-]+\.\w+)(?=\s|-?%)/
/** Jekyll's filters for addresses and Markdown. */
const jekyllFilter = /\|\s*(?:relative_url|absolute_url|markdownify|jsonify|date_to_rfc822|date_to_string)\b/

/**
 * Finds the program that a tag belongs to.
 * @param tag the whole tag
 * @returns its name; `undefined` for any other tag
 */
export function findSiteGenerator(tag: string): string | undefined {
  if (hugo.test(tag)) return 'Hugo'
  return jekyll.test(tag) || (/^\{[{%]/.test(tag) && jekyllFilter.test(tag)) ? 'Jekyll' : undefined
}
