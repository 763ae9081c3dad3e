/**
 * Asks our server for a text.
 * @returns nothing when it has none, or is not there
 */
export async function fetchText(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
