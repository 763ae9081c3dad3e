import { nearest } from './nearest.ts'

/** Names in backticks, as a list: `` `a`, `b` or `c` ``. */
export function listNames(list: Iterable<string>): string {
  const quoted = [...list].map((name) => `\`${name}\``)
  const last = quoted.pop()
  if (last === undefined) return 'nothing'
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last
}

/**
 * What was expected in place of an unknown name: the nearest known one, else all of them.
 * @param name as written
 * @param known the names that exist
 */
export function expectedName(name: string, known: Iterable<string>): string {
  const all = [...known]
  const near = nearest(name, all)
  return near === undefined ? listNames(all) : `\`${near}\``
}
