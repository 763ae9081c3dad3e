/** Groups the items of a list by key, in the list's order. Items whose key is `undefined` are dropped. */
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
