/**
 * Whether an address can stand in a message that goes through any server: what stands before its `@` is ASCII. Others
 * need SMTPUTF8 (RFC 6531), which few servers speak. A host in other letters has a form in ASCII.
 */
export function isPlainMailbox(email: string): boolean {
  return !/[^\x21-\x7e].*@/.test(email)
}

/** What is expected of such an address. */
export const plainMailbox = 'an address with nothing but ASCII before its `@`, since few servers take another'
