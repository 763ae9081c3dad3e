export interface Limits {
  /** How many at once. */
  all: number
  /** How many at once of one group. */
  each: number
}

/**
 * Works through a list, as many at once as the limits allow, in the list's order as far as they do.
 * @param groupOf what an item's own limit is counted by
 * @param work must not throw, unless the whole is to end
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
  const take = (): Item | undefined => {
    const index = waiting.findIndex((item) => (busy.get(groupOf(item)) ?? 0) < limits.each)
    return index === -1 ? undefined : waiting.splice(index, 1)[0]
  }
  const running = new Set<Promise<void>>()
  while (waiting.length > 0 || running.size > 0) {
    const item = running.size < limits.all ? take() : undefined
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
