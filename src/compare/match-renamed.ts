import type { IssueSnapshot } from './issue-snapshot.ts'

/** The share of lines in common from which a removed and an added issue are the same one, as Git has it (`-M50%`). */
const leastInCommon = 0.5

/**
 * Matches removed issues with added ones: those with the same slug, then those with the same text, then those that resemble each
 * other most.
 * @returns the removed issue by the added one
 */
export function matchRenamed(
  removed: readonly IssueSnapshot[],
  added: readonly IssueSnapshot[],
): Map<IssueSnapshot, IssueSnapshot> {
  const matched = new Map<IssueSnapshot, IssueSnapshot>()
  const open = new Set(removed)
  const match = (before: IssueSnapshot | undefined, after: IssueSnapshot) => {
    if (!before || matched.has(after) || !open.delete(before)) return
    matched.set(after, before)
  }
  for (const key of ['slug', 'markdown'] as const) {
    const byKey = new Map([...open].map((before) => [before[key], before]))
    for (const after of added) match(byKey.get(after[key]), after)
  }
  const rest = added.filter((after) => !matched.has(after))
  const candidates = [...open].flatMap((before) =>
    rest.map((after) => ({ before, after, likeness: compare(before, after) })),
  )
  for (const { before, after, likeness } of candidates.toSorted((a, b) => b.likeness - a.likeness))
    if (likeness >= leastInCommon) match(before, after)
  return matched
}

/** The share of lines that two issues have in common. */
function compare({ markdown: before }: IssueSnapshot, { markdown: after }: IssueSnapshot): number {
  const [old, current] = [splitLines(before), splitLines(after)]
  const open = new Map<string, number>()
  for (const line of old) open.set(line, (open.get(line) ?? 0) + 1)
  let common = 0
  for (const line of current) {
    const left = open.get(line) ?? 0
    if (left > 0) common += 1
    open.set(line, left - 1)
  }
  return common / Math.max(old.length, current.length, 1)
}

function splitLines(text: string): string[] {
  return text.split(/\r?\n/).filter((line) => line.trim() !== '')
}
