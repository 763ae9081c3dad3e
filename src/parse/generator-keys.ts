/** The keys that a program writes into front matter. */
export interface GeneratorKeys {
  generator: string
  /** Where the keys are documented. */
  source: string
  /** Keys that say nothing about an email: where a page lies, how a site lists it, what a feed has of it. */
  keys: readonly string[]
}

const list = (keys: string) => keys.split(' ')

/**
 * Keys that generators, exports and editors write and that have no meaning for an email, so that nothing is to be done
 * about them. Those that have one are in `equivalentKeys`. Capitals, hyphens and underscores do not count.
 */
export const generatorKeys: readonly GeneratorKeys[] = [
  {
    generator: 'Hugo',
    source: 'https://gohugo.io/content-management/front-matter/, and the themes PaperMod and Docsy',
    keys: list(
      'aliases build _build cascade categories expiryDate isCJKLanguage keywords lastmod layout linkTitle markup menu menus modified outputs resources sitemap translationKey type unpublishDate url weight series toc showToc tocOpen hideMeta hideSummary disableShare disableHLJS searchHidden showReadingTime showBreadCrumbs showPostNavLinks showWordCount editPost canonicalURL videos audio slugs math mermaid',
    ),
  },
  {
    generator: 'Jekyll',
    source:
      'https://jekyllrb.com/docs/front-matter/, the plugins jekyll-seo-tag, jekyll-feed, jekyll-redirect-from and jekyll-sitemap, and the theme Minimal Mistakes',
    keys: list(
      'layout permalink category categories excerpt_separator last_modified_at render_with_liquid collection guid comments redirect_from redirect_to sitemap seo robots canonical_url pin sticky hidden unlisted featured classes author_profile share related read_time show_date show_excerpts toc_label toc_icon toc_sticky sidebar gallery feature_row search nav_order has_children nav_exclude usemathjax mathjax disqus social_share',
    ),
  },
  {
    generator: 'Zola',
    source: 'https://www.getzola.org/documentation/content/page/#front-matter',
    keys: list('updated weight path aliases in_search_index taxonomies extra render insert_anchor_links'),
  },
  {
    generator: 'Eleventy',
    source: 'https://www.11ty.dev/docs/data-configuration/ and https://www.11ty.dev/docs/plugins/navigation/',
    keys: list(
      'layout permalink dynamicPermalink pagination templateEngineOverride eleventyExcludeFromCollections eleventyComputed eleventyDataSchema eleventyNavigation eleventyImport override:tags',
    ),
  },
  {
    generator: 'Buttondown',
    source:
      'https://github.com/buttondown/cli (src/lib/serde/email.ts), and the schema `Email` of https://api.buttondown.com/v1/schema',
    keys: list(
      'email_type metadata secondary_id filters commenting_mode related_email_ids featured attachments canonical_url absolute_url analytics archival_mode review_mode external_url source creation_date modification_date modified suppression_reason should_trigger_pay_per_email_billing',
    ),
  },
  {
    generator: 'Substack',
    source:
      'the columns of `posts.csv` in an export (https://portage.tools/routes/substack), which converters write as front matter',
    keys: list(
      'post_id type audience email_sent_at inbox_sent_at podcast_url podcast_duration video_upload_id wordcount canonical_url section section_name likes restacks reactions comment_count',
    ),
  },
  {
    generator: 'Pelican',
    source: 'https://docs.getpelican.com/en/stable/content.html#file-metadata',
    keys: list('category modified keywords translation save_as url series series_index gravatar'),
  },
  {
    generator: 'Ghost',
    source:
      'the fields of a post in an export (https://docs.ghost.org/migration/custom) and in the API, which converters write as front matter',
    keys: list(
      'uuid comment_id type featured visibility access email_only email_segment newsletter tiers updated_at date_updated canonical_url meta_title og_title og_description og_image twitter_title twitter_description twitter_image codeinjection_head codeinjection_foot custom_template feature_image_alt feature_image_caption primary_tag reading_time show_title_and_feature_image',
    ),
  },
  {
    generator: 'Obsidian',
    source: 'https://help.obsidian.md/properties and https://help.obsidian.md/publish/publish',
    keys: list(
      'aliases alias cssclasses cssclass permalink updated modified date_modified related sources up',
    ),
  },
  {
    generator: 'Astro, Hexo, Gatsby and Decap CMS',
    source:
      'https://docs.astro.build/en/guides/content-collections/, https://hexo.io/docs/front-matter and the templates of each',
    keys: list('updatedDate lastUpdated lastUpdatedAt disableNunjucks templateKey featuredpost canonical'),
  },
]

/** Keys of other programs by the key here that has their meaning; the first of them that has a value counts. */
export const equivalentKeys = {
  subject: list('email_subject subject_line'),
  title: list('headline name'),
  preheader: list(
    'preview_text previewText preview custom_excerpt excerpt description summary subtitle standfirst dek teaser abstract meta_description',
  ),
  date: list(
    'publish_date publishDate pubDate pubDatetime published_at published_on date_published datePublished post_date published created created_at creation_date date_created',
  ),
  author: list('authors by byline primary_author creator'),
  lang: list('language locale'),
  slug: list('id'),
} as const

/** Keys for the picture above an article. An email has none of its own. */
export const coverKeys = list(
  'feature_image featured_image cover cover_image image images hero hero_image header header_image banner thumbnail teaser_image social_image',
)

/** Keys that can keep an article from being published. */
export const statusKeys = list('status published is_published publish is_draft')

/** Values of `status` of an article that is not to be published (Buttondown, Ghost, Pelican and custom workflows). */
export const unpublishedStatus = list(
  'draft drafts hidden skip private pending unpublished wip idea todo deleted trash paused false',
)

/** Values of `status` of an article that has been or may be published. */
export const publishedStatus = list(
  'published publish public sent final done complete completed live imported scheduled about_to_send in_flight throttled resending transactional managed_by_rss archived true',
)

/** Formats a key so that its spellings are the same: `feature_image`, `featureImage` and `Feature-Image`. */
export function normalizeKey(key: string): string {
  return key.toLowerCase().replace(/[-_ ]/g, '')
}

/** All keys of other programs, each spelled as its program does. */
export const foreignKeys: readonly string[] = [
  ...new Set([
    ...generatorKeys.flatMap(({ keys }) => keys),
    ...Object.values(equivalentKeys).flat(),
    ...coverKeys,
    ...statusKeys,
  ]),
].sort()
