import type { PageIssue, PageState } from '../page-state.ts'
import { fromHash, toHash } from './issue-hash.ts'
import { showNotice } from './notice.ts'

/**
 * The issue that the page's address names; when there is none of that name, the newest, which the address then names.
 * While a build is under way, it may yet come.
 * @param before the issue that was on screen
 */
export function chooseIssue(
  { issues }: PageState,
  isBuilding: boolean,
  before: PageIssue | undefined,
): PageIssue | undefined {
  const wanted = fromHash(window.location.hash)
  const found = issues.find(({ source }) => source === wanted)
  if (found) return found
  const isBefore = before !== undefined && before.source === wanted
  if (isBuilding) return isBefore ? before : undefined
  if (isBefore) showNotice(`\`${wanted}\` is no longer there`)
  const first = issues[0]
  if (first) window.history.replaceState(null, '', toHash(first.source))
  return first
}
