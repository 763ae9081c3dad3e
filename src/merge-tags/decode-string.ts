/** Filters and functions that decode Base64. */
const base64 = /base64_?(?:url_?safe_?)?decode|decode_?base64|b64dec|\batob\b/i

/**
 * Lists what an engine can make of a text that stands in a tag: percent-encoding and the escapes of strings are decoded
 * (Go, "Rune literals"; Python, "String literals"; JavaScript, "Escape sequences"), also several times over.
 * @param text a string of the tag
 * @param inner the text of the tag, whose filters say what else is decoded
 * @param decodesReferences whether character references are decoded as well
 * @returns the text itself first
 */
export function listDecodedForms(text: string, inner: string, decodesReferences: boolean): string[] {
  const forms = [text, ...(base64.test(inner) ? decodeBase64(text) : [])]
  for (const form of forms.slice()) {
    let decoded = form
    // What was encoded twice takes two rounds; more rounds than three are in no tag that works.
    for (let round = 0; round < 3; round++) {
      decoded = decodeEscapes(decodePercent(decoded))
      if (decodesReferences) decoded = decodeReferences(decoded)
    }
    // The formats of dates have a backslash before each letter that is meant as such.
    forms.push(decoded, form.replaceAll('\\', ''))
  }
  // `ı` and `ſ` have capitals in ASCII, and the Kelvin sign a small letter.
  return [...new Set(forms.flatMap((form) => [form, form.toUpperCase(), form.toLowerCase()]))]
}

function decodePercent(text: string): string {
  return text.replace(/%([0-7][\da-f])/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}

function decodeEscapes(text: string): string {
  return text
    .replace(/\\(?:u\{?0*|U0*|x)([\da-f]{1,6})\}?/g, (whole, code: string) => {
      const number = Number.parseInt(code, 16)
      return number <= 0x10ffff ? String.fromCodePoint(number) : whole
    })
    .replace(/\\([0-7]{2,3})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 8)))
}

/** Decodes the character references that can write markup or a scheme. */
export function decodeReferences(text: string): string {
  return text
    .replace(/&#x0*([0-9a-f]{1,6});?|&#0*(\d{1,7});?/gi, (_, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
    .replace(/&colon;/g, ':')
    .replace(/&(?:Tab|NewLine);/g, '')
    .replace(/&(?:lt|LT);?/g, '<')
    .replace(/&(?:amp|AMP);?/g, '&')
}

function decodeBase64(text: string): string[] {
  try {
    return [atob(text.replaceAll('-', '+').replaceAll('_', '/'))]
  } catch {
    return []
  }
}
