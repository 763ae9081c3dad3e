/**
 * The providers that add a footer of their own to what they are given, by what it holds: their documentation asks
 * authors not to write it by hand.
 */
const footers: Record<'unsubscribe' | 'address', ReadonlySet<string>> = {
  unsubscribe: new Set(['beehiiv', 'ghost', 'loops']),
  address: new Set(['beehiiv', 'ghost', 'loops', 'buttondown']),
}

/** Whether a target adds the unsubscribe link, or the sender's postal address, to every message itself. */
export function addsItself(target: string, part: keyof typeof footers): boolean {
  return footers[part].has(target)
}
