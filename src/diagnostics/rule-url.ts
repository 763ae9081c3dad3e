/** The package's page, which tools and servers get as the home of issuepress. */
export const homeUrl = 'https://www.npmjs.com/package/issuepress'

/**
 * The page of the package with an anchor for each rule, including checks: `docs/checks.md` as HTML. The preview serves it
 * itself, and `issue check --explain` prints the same texts.
 */
export const rulesUrl = 'https://unpkg.com/issuepress/lib/rules.html'

/**
 * Formats the address at which a rule is explained.
 * @param id the name of a rule or a shipped check, which is also its anchor
 */
export function formatRuleUrl(id: string): string {
  return `${rulesUrl}#${id}`
}
