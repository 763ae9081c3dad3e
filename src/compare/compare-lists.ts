import type { MessageRecord } from '../diagnostics/message-records.ts'
import type { ImageRecord } from './issue-snapshot.ts'

/** What is in one of two lists only, and what is in both. */
export interface ListComparison<Item> {
  added: Item[]
  removed: Item[]
  /** As the second list has them. */
  remaining: Item[]
}

/** How the messages differ. */
export interface ProblemComparison {
  added: MessageRecord[]
  solved: MessageRecord[]
  remaining: MessageRecord[]
}

/** How the pictures differ; changed ones have the same path and another content. */
export interface ImageComparison {
  added: ImageRecord[]
  removed: ImageRecord[]
  changed: { before: ImageRecord; after: ImageRecord }[]
}

/**
 * Compares two lists, in which an item can be several times.
 * @param identify what makes two items the same
 */
export function compareLists<Item>(
  before: readonly Item[],
  after: readonly Item[],
  identify: (item: Item) => string,
): ListComparison<Item> {
  const open = new Map<string, Item[]>()
  for (const item of before) open.set(identify(item), [...(open.get(identify(item)) ?? []), item])
  const added: Item[] = []
  const remaining: Item[] = []
  for (const item of after) (open.get(identify(item))?.shift() ? remaining : added).push(item)
  const left = new Set([...open.values()].flat())
  return { added, remaining, removed: before.filter((item) => left.has(item)) }
}

/**
 * Compares messages by their rule and reason: lines change with everything that is written above them.
 * @param isSameFile whether all messages are on one file, which may have another name now
 */
export function compareProblems(
  before: readonly MessageRecord[],
  after: readonly MessageRecord[],
  isSameFile: boolean,
): ProblemComparison {
  const identify = ({ file, severity, rule, reason }: MessageRecord) =>
    JSON.stringify([isSameFile ? null : file, severity, rule, reason])
  const { added, removed, remaining } = compareLists(before, after, identify)
  return { added, solved: removed, remaining }
}

/** Compares pictures by their paths, then by their contents. */
export function compareImages(
  before: readonly ImageRecord[],
  after: readonly ImageRecord[],
): ImageComparison {
  const { added, removed } = compareLists(before, after, ({ source }) => source)
  const old = new Map(before.map((image) => [image.source, image]))
  const changed = after.flatMap((image) => {
    const earlier = old.get(image.source)
    return earlier && earlier.sha256 !== image.sha256 ? [{ before: earlier, after: image }] : []
  })
  return { added, removed, changed }
}
