/** Whether votes can be counted under a name, in addresses and in files: letters, digits, `-` and `_`. */
export function isId(name: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{M}\p{N}_-]*$/u.test(name)
}
