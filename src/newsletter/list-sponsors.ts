import type { VFile } from 'vfile'
import { expectedName } from '../diagnostics/list-names.ts'
import { UsageError } from '../files/usage-error.ts'
import type { Rendered } from '../render/render.ts'
import type { Sponsor } from '../settings.ts'
import { type Booking, createSchedule } from '../sponsors/create-schedule.ts'
import { addPlacementMarkers } from '../text/placement-markers.ts'
import { loadNewsletter } from './load-newsletter.ts'
import { renderIssue } from './render-issue.ts'
import { type PathOptions, resolvePaths } from './resolve-paths.ts'

export interface SponsorList {
  /** The newsletter's name. */
  newsletter: string
  /** Which sponsor is booked for which issue. */
  schedule: Booking[]
  /** The sponsors of the config, by their keys. */
  sponsors: Record<string, Sponsor>
  /** The issues, drafts among them, by date; their plaintext has the markers of `text/placement-markers.ts`. */
  rendered: Rendered[]
}

/**
 * Lists which sponsors are booked for which issues, including drafts.
 * @param key only this sponsor: a key of `sponsors`, or the name of one that has no key
 * @returns only the config or `sponsors.yml`, with its messages, when it has errors
 * @throws {UsageError} when there is no such sponsor
 */
export async function listSponsors(
  options: Omit<PathOptions, 'files'>,
  key?: string,
): Promise<SponsorList | { misconfigured: VFile }> {
  const paths = resolvePaths(options)
  const newsletter = await loadNewsletter({ ...paths, requested: [] })
  if ('misconfigured' in newsletter) return newsletter
  const rendered: Rendered[] = []
  const marked = { ...newsletter, themes: addPlacementMarkers(newsletter.themes) }
  for (const issueFile of newsletter.issues) rendered.push(await renderIssue(issueFile, marked, paths.root))
  const { sponsors, name } = newsletter.settings
  const issues = rendered.map(({ issue, sponsors: placed }) => ({ ...issue.matter, sponsors: placed }))
  const schedule = createSchedule(issues, sponsors)
  const known = new Set([...Object.keys(sponsors), ...schedule.flatMap(({ sponsor }) => sponsor ?? [])])
  if (key !== undefined && !known.has(key))
    throw new UsageError(
      known.size === 0
        ? `Unexpected sponsor \`${key}\`: the newsletter has none`
        : `Unexpected sponsor \`${key}\`, expected ${expectedName(key, known)}`,
    )
  const only = key === undefined ? schedule : schedule.filter(({ sponsor }) => sponsor === key)
  const day = ({ issue }: Rendered) => issue.matter.date ?? '~'
  return {
    newsletter: name,
    schedule: only,
    sponsors,
    rendered: rendered.toSorted((a, b) => (day(a) < day(b) ? -1 : Number(day(a) > day(b)))),
  }
}
