/** What must not be in an attribute, however the tags in it are filled in. */

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

/** Decodes the character references that can write a scheme: those by number, and the names of `:`, tab and line feed. */
function decodeReferences(text: string): string {
  return text
    .replace(/&#x0*([0-9a-f]{1,6});?|&#0*(\d{1,7});?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/&colon;/g, ':')
    .replace(/&(?:Tab|NewLine);/g, '')
}
