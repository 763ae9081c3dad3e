import { posix } from 'node:path'
import { guessAddress } from './guess-address.ts'

/**
 * Converts a relative address in one file to the same one in another file.
 * @param address as written, possibly with merge tags; one that is not relative, or only lacks its scheme, stays as it is
 * @param from the file that contains it, relative to the newsletter's folder
 * @param to the file that it is used in, relative to the newsletter's folder
 */
export function rebaseAddress(address: string, from: string, to: string): string {
  if (!isRelativePath(address)) return address
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? []
  return posix.relative(posix.dirname(to), posix.join(posix.dirname(from), path)) + rest
}

/** Whether an address is a path that begins in its file's folder. */
export function isRelativePath(address: string): boolean {
  if (!/^(?![/#?\\{<*[%]|[a-z][a-z0-9+.-]*:)./is.test(address)) return false
  // `.md` is the top-level domain of Moldova as well.
  return /^[^?#]*\.md(?:[?#]|$)/.test(address) || guessAddress(address) === undefined
}
