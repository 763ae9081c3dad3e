import { listNames } from '../diagnostics/list-names.ts'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { toFolderKey } from '../files/manifest.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { voteFolder } from '../urls/vote-page.ts'
import { isWindowsDevice } from '../urls/windows-names.ts'
import type { IssueFile } from './load-newsletter.ts'

/** Names in `dist/` that no issue's folder can have, and what has them. */
const reserved: Record<string, string | undefined> = {
  'manifest.json': "the manifest's",
  [voteFolder]: "that of the polls' pages",
}

/**
 * Reports issues that would be written to the same folder, each with the paths of the others, and slugs that are
 * reserved in `dist/` or that no folder can have on Windows: an archive is to be built and checked out anywhere.
 * @param issues the issues to build, which are validated
 * @param others issues that are not built, whose folders may be in `dist/` too
 */
export function validateSlugs(issues: IssueFile[], others: IssueFile[]): void {
  const bySlug = new Map<string, IssueFile[]>()
  for (const issue of [...issues, ...others]) {
    const folder = toFolderKey(issue.matter.slug)
    bySlug.set(folder, [...(bySlug.get(folder) ?? []), issue])
  }
  for (const issue of issues) {
    const { slug } = issue.matter
    const conflicts = (bySlug.get(toFolderKey(slug)) ?? []).filter((other) => other !== issue)
    const owner = findOwner(slug)
    if (owner !== undefined) {
      reportSlug(issue, `Unexpected slug \`${slug}\`, expected another name: this one is ${owner}`)
    } else if (slug.endsWith('.')) {
      reportSlug(
        issue,
        `Unexpected slug \`${slug}\`, expected one without a dot at its end, which Windows removes`,
      )
    } else if (conflicts.length > 0) {
      const paths = listNames(conflicts.map(({ file }) => file.path)).replace(' or ', ' and ')
      reportSlug(
        issue,
        `Unexpected slug \`${slug}\`, expected one that ${paths} ${conflicts.length === 1 ? 'does' : 'do'} not have`,
      )
    }
  }
}

function findOwner(slug: string): string | undefined {
  return isWindowsDevice(slug) ? "a device's on Windows" : reserved[toFolderKey(slug)]
}

function reportSlug({ file }: IssueFile, reason: string): void {
  const text = String(file)
  const head = text.slice(0, frontMatterRange(text)?.contentEnd ?? 0)
  const line = /^slug\s*:[^\r\n]*/m.exec(head)
  const points = createPoints(file)
  const start = line ? points.toPoint(line.index) : undefined
  const end = line ? points.toPoint(line.index + line[0].length) : undefined
  report(file, reason, {
    ruleId: 'slug-unique',
    place: start && end ? { start, end } : undefined,
    note: 'The slug is the name of the folder that the email is written to. Without `slug:` it comes from the file’s name; of an `index.md`, from its folder’s.',
  })
}
