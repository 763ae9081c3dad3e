export interface Limits {
  /** The greatest number of items in progress. */
  all: number
  /** The greatest number of items in progress of one group. */
  each: number
}

/**
 * Processes a list concurrently within limits, in the list's order as far as they allow.
 * @param groupOf the group of an item, such as its host
 * @param work processes one item; if it throws, no further items are started
 * @throws whatever `work` throws
 */
export async function runLimited<Item>(
  items: Item[],
  groupOf: (item: Item) => string,
  limits: Limits,
  work: (item: Item) => Promise<void>,
): Promise<void> {
  const waiting = [...items]
  const busy = new Map<string, number>()
  const count = (group: string, by: number) => busy.set(group, (busy.get(group) ?? 0) + by)
  const removeNext = (): Item | undefined => {
    const index = waiting.findIndex((item) => (busy.get(groupOf(item)) ?? 0) < limits.each)
    return index === -1 ? undefined : waiting.splice(index, 1)[0]
  }
  const running = new Set<Promise<void>>()
  while (waiting.length > 0 || running.size > 0) {
    const item = running.size < limits.all ? removeNext() : undefined
    if (item === undefined) {
      await Promise.race(running)
      continue
    }
    const group = groupOf(item)
    count(group, 1)
    const done: Promise<void> = work(item).finally(() => {
      count(group, -1)
      running.delete(done)
    })
    running.add(done)
  }
}
