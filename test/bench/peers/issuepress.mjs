import { pathToFileURL } from 'node:url'

// The sample lies in the repository, this file in a copy beside the other tools.
const { renderText } = await import(pathToFileURL(process.env.ISSUEPRESS_SAMPLE))

/** HTML and plaintext; with all checks unless the environment says otherwise. */
export async function render(text) {
  const { email } = await renderText(text, process.env.ISSUEPRESS_CHECKS === 'none' ? { checks: [] } : {})
  return { html: email.html, text: email.text }
}
