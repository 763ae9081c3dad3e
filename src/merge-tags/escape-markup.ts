/** A text as it may stand in HTML, and in an attribute in double quotation marks (HTML, "Serializing HTML fragments"). */
export function escapeMarkup(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
