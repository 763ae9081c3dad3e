import { location } from 'vfile-location'
import { voteFolder } from '../addresses/vote-page.ts'
import { toFolder } from '../files/manifest.ts'
import { complain } from '../messages/complain.ts'
import { names } from '../messages/words.ts'
import type { Candidate } from './load-newsletter.ts'

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
export function checkSlugs(issues: Candidate[], others: Candidate[]): void {
  const bySlug = new Map<string, Candidate[]>()
  for (const issue of [...issues, ...others]) {
    const folder = toFolder(issue.matter.slug)
    bySlug.set(folder, [...(bySlug.get(folder) ?? []), issue])
  }
  for (const issue of issues) {
    const { slug } = issue.matter
    const rivals = (bySlug.get(toFolder(slug)) ?? []).filter((other) => other !== issue)
    const owner = reserved[toFolder(slug)]
    if (owner !== undefined) {
      complainOfSlug(issue, `Unexpected slug \`${slug}\`, expected another name: this one is ${owner}`)
    } else if (rivals.length > 0) {
      const paths = names(rivals.map(({ file }) => file.path)).replace(' or ', ' and ')
      complainOfSlug(issue, `Unexpected slug \`${slug}\`, expected one that ${paths} does not have`)
    }
  }
}

function complainOfSlug({ file }: Candidate, reason: string): void {
  const text = String(file)
  const head = /^---[^\n]*\n[\s\S]*?\n---/.exec(text)?.[0] ?? ''
  const line = /^slug\s*:[^\r\n]*/m.exec(head)
  const points = location(file)
  const start = line ? points.toPoint(line.index) : undefined
  const end = line ? points.toPoint(line.index + line[0].length) : undefined
  complain(file, reason, {
    ruleId: 'slug-unique',
    place: start && end ? { start, end } : undefined,
    note: 'The slug is the name of the folder that the email is written to. Without `slug:` it comes from the file name.',
  })
}
