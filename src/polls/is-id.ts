/** True for a name that can be the id of a poll or option in addresses and files: letters, digits, `-` and `_`. */
export function isId(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name)
}
