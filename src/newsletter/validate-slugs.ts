import { location } from 'vfile-location'
import { listNames } from '../diagnostics/list-names.ts'
import { report } from '../diagnostics/report.ts'
import { toFolderKey } from '../files/manifest.ts'
import { findFrontMatter } from '../parse/front-matter-range.ts'
import { voteFolder } from '../urls/vote-page.ts'
import type { IssueFile } from './load-newsletter.ts'

/** Names that `dist/` needs for itself. */
const reserved: Record<string, string | undefined> = {
  'manifest.json': "the manifest's",
  [voteFolder]: "that of the polls' pages",
}

/**
 * Complains of issues whose emails would come to stand in one folder, each naming the others, and of a slug that
 * `dist/` needs for itself.
 * @param issues those that are to be built
 * @param others those whose folders stand in `dist/` beside them
 */
export function validateSlugs(issues: IssueFile[], others: IssueFile[]): void {
  const bySlug = new Map<string, IssueFile[]>()
  for (const issue of [...issues, ...others]) {
    const folder = toFolderKey(issue.matter.slug)
    bySlug.set(folder, [...(bySlug.get(folder) ?? []), issue])
  }
  for (const issue of issues) {
    const { slug } = issue.matter
    const rivals = (bySlug.get(toFolderKey(slug)) ?? []).filter((other) => other !== issue)
    const owner = reserved[toFolderKey(slug)]
    if (owner !== undefined) {
      complainOfSlug(issue, `Unexpected slug \`${slug}\`, expected another name: this one is ${owner}`)
    } else if (rivals.length > 0) {
      const paths = listNames(rivals.map(({ file }) => file.path)).replace(' or ', ' and ')
      complainOfSlug(issue, `Unexpected slug \`${slug}\`, expected one that ${paths} does not have`)
    }
  }
}

function complainOfSlug({ file }: IssueFile, reason: string): void {
  const text = String(file)
  const head = text.slice(0, findFrontMatter(text)?.contentEnd ?? 0)
  const line = /^slug\s*:[^\r\n]*/m.exec(head)
  const points = location(file)
  const start = line ? points.toPoint(line.index) : undefined
  const end = line ? points.toPoint(line.index + line[0].length) : undefined
  report(file, reason, {
    ruleId: 'slug-unique',
    place: start && end ? { start, end } : undefined,
    note: 'The slug is the name of the folder that the email is written to. Without `slug:` it comes from the file name.',
  })
}
