/**
 * True for an address that every mail server accepts: its local part is ASCII. Others need SMTPUTF8 (RFC 6531), which few
 * servers support. The host may be internationalized, since it can be encoded in ASCII.
 */
export function isPlainMailbox(email: string): boolean {
  return !/[^\x21-\x7e].*@/.test(email)
}

/** What `isPlainMailbox` expects, for a message. */
export const plainMailbox = 'an address with nothing but ASCII before its `@`, since few servers take another'
