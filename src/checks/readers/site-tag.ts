const siteTag =
  /^(?:\{\{[<%][^{}\n]*[>%]\}\}|\{%-?\s*(?:include(?:_relative|_cached)?|post_url|link|highlight|endhighlight|gist|figure|youtube|vimeo|embed|seo|feed_meta)\b[^%\n]*%\})$/

/**
 * True for a tag of a site generator that no email service provider has: Hugo's shortcodes (`{{< youtube id >}}`,
 * `{{% note %}}`) and tags of Jekyll (`{% include note.html %}`, `{% post_url 2024-11-28-sora %}`).
 */
export function isSiteTag(tag: string): boolean {
  return siteTag.test(tag)
}
