/** The package's page: where tools and servers learn what issuepress is. */
export const homeUrl = 'https://www.npmjs.com/package/issuepress'

/** The page with an anchor for each rule, checks included: `docs/checks.md`. The one place that says where it lies. */
const rulesUrl = homeUrl

/**
 * Where a rule is explained.
 * @param id a rule's or a shipped check's name, which is its anchor, too
 */
export function formatRuleUrl(id: string): string {
  return `${rulesUrl}#${id}`
}
