/**
 * The tags of site generators that no email service provider has: Hugo's shortcodes (`{{< youtube id >}}`, `{{% note %}}`)
 * and those of Jekyll (`{% include note.html %}`, `{% post_url 2024-11-28-sora %}`).
 */
const siteTags =
  /\{\{[<%][^{}\n]*[>%]\}\}|\{%-?\s*(?:include(?:_relative|_cached)?|post_url|link|highlight|endhighlight|gist|figure|youtube|vimeo|embed|render_partial|seo|feed_meta)\b[^%\n]*%\}/

/** The pattern of the tags of site generators, such as Hugo and Jekyll. Global. */
export const siteTagPattern = new RegExp(siteTags.source, 'g')

/** True for a text that is one tag of a site generator. */
export function isSiteTag(tag: string): boolean {
  return new RegExp(`^(?:${siteTags.source})$`).test(tag)
}
