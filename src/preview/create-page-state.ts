import type { PageEmail, PageState } from './page-state.ts'
import type { PreviewEmail, PreviewState } from './preview-state.ts'

/**
 * The state as pages get it.
 * @param readSource the text of a file that can be shown and opened
 */
export function createPageState(
  { newsletter, issues, messages }: PreviewState,
  readSource: (file: string) => string | undefined,
): PageState {
  return {
    newsletter,
    issues: issues.map((issue) => ({
      ...issue,
      email: issue.email && toPageEmail(issue.email),
      current: issue.email?.markdown === readSource(issue.source),
    })),
    messages: messages.map((message) => ({ ...message, known: readSource(message.file) !== undefined })),
  }
}

function toPageEmail({ html, text, eml, located, images, markdown, ...light }: PreviewEmail): PageEmail {
  return {
    ...light,
    htmlBytes: Buffer.byteLength(html),
    textBytes: Buffer.byteLength(text),
    emlBytes: eml ? eml.length : null,
  }
}
