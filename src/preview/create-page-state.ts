import { rulesUrl } from '../diagnostics/rule-url.ts'
import type { CreatedFile } from '../render/output-file.ts'
import type { PageEmail, PageState } from './page-state.ts'
import { listOwnFiles, type PreviewEmail, type PreviewState } from './preview-state.ts'

/**
 * Creates the state that is sent to pages.
 * @param readSource the text of a file that can be shown and opened; `undefined` for others
 */
export function createPageState(
  { newsletter, testAddresses, issues, messages }: PreviewState,
  readSource: (file: string) => string | undefined,
): PageState {
  return {
    newsletter,
    testAddresses,
    issues: issues.map((issue) => ({
      ...issue,
      email: issue.email && createPageEmail(issue.email),
      isCurrent: issue.email?.markdown === readSource(issue.source),
    })),
    messages: messages.map((message) => ({
      ...message,
      // The preview serves the package's page itself, so that it works without a network.
      url: message.url?.replace(rulesUrl, '/rules.html') ?? null,
      canOpen: readSource(message.file) !== undefined,
    })),
  }
}

function createPageEmail(email: PreviewEmail): PageEmail {
  const { located, readSample, files: all, markdown, ...light } = email
  const files = listOwnFiles(email)
  const isSingleFile = ({ output }: CreatedFile) =>
    files.filter((file) => file.output === output).length === 1
  const downloads = files
    .filter(isSingleFile)
    .map(({ output, name, bytes }) => [output, { name, bytes: bytes.length }])
  const sent = all.map(({ output, target = null, path, bytes }) => ({
    output,
    target,
    path,
    bytes: bytes.length,
  }))
  return { ...light, downloads: Object.fromEntries(downloads), sent }
}
