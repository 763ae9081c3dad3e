/** What must not be in an attribute, however the tags in it are filled in. */
import { decodeReferences } from './decode-string.ts'

/** Schemes that run code or read the reader's files: every mail client removes them, and no setting allows them. */
export const unsafeSchemes: ReadonlySet<string> = new Set(
  'javascript data vbscript file blob filesystem about view-source jar'.split(' '),
)

/** What makes a style load or run something, with the escapes and comments that could hide it. */
export const unsafeStyle =
  /url\s*\(|image-set\s*\(|expression\s*\(|@import|javascript:|behavior\s*:|-moz-binding|\\|\/\*/i

/** Whether browsers read one of the unsafe schemes in an address (URL Standard, "Basic URL parser": without controls). */
export function isUnsafeAddress(address: string): boolean {
  const bare = decodeReferences(address).replace(/[\s\p{Cc}]/gu, '')
  return unsafeSchemes.has(/^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase() ?? '')
}
