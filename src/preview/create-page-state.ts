import type { CreatedFile } from '../render/output-file.ts'
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

function toPageEmail({ located, files, markdown, ...light }: PreviewEmail): PageEmail {
  const isAlone = ({ output }: CreatedFile) => files.filter((file) => file.output === output).length === 1
  const downloads = files
    .filter(isAlone)
    .map(({ output, name, bytes }) => [output, { name, bytes: bytes.length }])
  return { ...light, downloads: Object.fromEntries(downloads) }
}
