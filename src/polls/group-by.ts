/** What a list holds in groups of one key, in the list's order; what has no key is in none. */
export function groupBy<Item>(items: Item[], key: (item: Item) => string | undefined): Item[][] {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const name = key(item)
    if (name === undefined) continue
    const group = groups.get(name) ?? []
    groups.set(name, group)
    group.push(item)
  }
  return [...groups.values()]
}
