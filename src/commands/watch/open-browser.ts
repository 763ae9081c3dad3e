import open from 'open'

/**
 * Opens an address in the person's browser.
 * @param onTrouble called when none could be opened
 */
export async function openBrowser(url: string, onTrouble: (text: string) => void): Promise<void> {
  const reportFailure = () => onTrouble(`Cannot open a browser; the preview is at ${url}`)
  try {
    const child = await open(url)
    child.on('error', reportFailure)
  } catch {
    reportFailure()
  }
}
