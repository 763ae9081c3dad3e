import { listNames } from '../../diagnostics/list-names.ts'
import { findSimilar } from '../../diagnostics/nearest.ts'
import { report } from '../../diagnostics/report.ts'
import { memoizeText } from '../../memoize-text.ts'
import { resolveIssueUrl } from '../../urls/resolve-link.ts'
import type { ArchivedIssue, ArchiveQuery } from '../archive.ts'
import { type BlockContent, defineBlock } from '../define-block.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** An earlier issue, as the templates show it. */
interface RelatedIssue {
  title: string
  url: string
  /** The day in the issue's language; `null` when it has none. */
  date: string | null
}

/** Finds earlier issues in the archive: the last ones, those with a tag, or those that are named. */
export const related = defineBlock({
  name: 'related',
  resolve(block, context: ShippedBlockContext): { related: RelatedIssue[] } {
    const { file, source, node, settings, matter, literal } = context
    const { url } = settings
    if (url === undefined) {
      report(file, 'Cannot link to earlier issues without the newsletter’s own address', {
        ruleId: 'related-issue',
        place: openingLine(node, source),
        note: 'Set `url:` in the config to where the web archive is.',
      })
      return { related: [] }
    }
    const found = findIssues(block, context).filter((issue) => validateTitle(issue, context))
    return {
      related: found.map(({ slug, title, date }) => ({
        title: literal(title),
        url: resolveIssueUrl(url, slug),
        date:
          date === null ? null : createFormat(matter.lang).format(new Date(`${date.slice(0, 10)}T00:00:00Z`)),
      })),
    }
  },
})

function findIssues({ attributes }: BlockContent, context: ShippedBlockContext): ArchivedIssue[] {
  const { file, source, node, matter, findArchived } = context
  const self = { path: file.path ?? '', date: matter.date ?? null }
  const { issues: slugs, last, tag } = attributes
  if (Array.isArray(slugs)) {
    const found = findArchived({ ...self, slugs })
    for (const slug of slugs.filter((each) => !found.some((issue) => issue.slug === each)))
      reportUnknown(slug, self, context)
    return found
  }
  if (typeof last !== 'number' || !Number.isInteger(last) || last < 1) {
    report(file, `Unexpected value \`${last}\` of \`last\`, expected a number from 1 on`, {
      ruleId: 'block-attribute',
      place: attributePlace(node, 'last', source),
    })
    return []
  }
  const found = findArchived({ ...self, last, tag: typeof tag === 'string' ? tag : null })
  if (found.length === 0)
    report(file, `Missing earlier issues${typeof tag === 'string' ? ` with the tag \`${tag}\`` : ''}`, {
      ruleId: 'related-empty',
      place: openingLine(node, source),
      note: matter.date
        ? 'The block prints nothing. Drafts, and issues without a date or with a later one, are not among the earlier ones.'
        : 'The block prints nothing, since this issue has no `date` that others could be earlier than. Write one, or name the issues: `{issues="…"}`.',
      severity: 'info',
    })
  return found
}

function reportUnknown(
  slug: string,
  self: Pick<ArchiveQuery, 'path' | 'date'>,
  { file, source, node, findArchived }: ShippedBlockContext,
): void {
  const known = findArchived({ ...self, every: true }).map((issue) => issue.slug)
  const similar = findSimilar(slug, known)
  const expected = similar.length > 0 ? listNames(similar) : 'the slug of another issue'
  report(file, `Unexpected issue \`${slug}\`, expected ${expected}`, {
    ruleId: 'related-issue',
    place: attributePlace(node, 'issues', source),
    note: 'Issues are named by their slugs, which are the names of their folders in `dist/`. Drafts have no place in the archive yet.',
  })
}

/** A link needs words. An issue without any has an error of its own, but is not always built with this one. */
function validateTitle({ path, title }: ArchivedIssue, { file, source, node }: ShippedBlockContext): boolean {
  if (title !== '') return true
  report(file, `Missing title of the issue \`${path}\`, to which this block links`, {
    ruleId: 'related-issue',
    place: openingLine(node, source),
    note: `Write a \`subject:\` in \`${path}\`, or mark it as a draft: \`draft: true\`. Drafts are never linked to.`,
  })
  return false
}

const createFormat = memoizeText(
  (lang) => new Intl.DateTimeFormat(lang, { dateStyle: 'long', timeZone: 'UTC' }),
  30,
)
