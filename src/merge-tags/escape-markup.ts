/** Escapes a text for HTML, and for an attribute in double quotation marks (HTML, "Serializing HTML fragments"). */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
