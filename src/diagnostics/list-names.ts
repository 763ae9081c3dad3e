import { nearest } from './nearest.ts'

/** Formats names as a list in backticks: `` `a`, `b` or `c` ``. */
export function listNames(list: Iterable<string>): string {
  const quoted = [...list].map((name) => `\`${name}\``)
  const last = quoted.pop()
  if (last === undefined) return 'nothing'
  return quoted.length > 0 ? `${quoted.join(', ')} or ${last}` : last
}

/**
 * Formats what is expected instead of an unknown name: the most similar known name, else all of them.
 * @param name as written
 * @param known the names that exist
 */
export function expectedName(name: string, known: Iterable<string>): string {
  const all = [...known]
  const near = nearest(name, all)
  return near === undefined ? listNames(all) : `\`${near}\``
}
