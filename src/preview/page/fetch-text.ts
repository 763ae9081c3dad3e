/**
 * Fetches a text from the preview's server.
 * @returns `undefined` when the request fails
 */
export async function fetchText(address: string): Promise<string | undefined> {
  try {
    const response = await fetch(address)
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
