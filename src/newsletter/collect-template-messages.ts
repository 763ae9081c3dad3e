import type { VFileMessage } from 'vfile-message'
import { mergeMessages } from '../diagnostics/once.ts'
import type { Theme } from '../theme/theme.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Collects the messages on its template that one issue causes. A template's file has each message once for all issues,
 * but each issue needs its own: the messages of earlier issues are removed while this issue is built, then merged.
 * @param theme the template; without one there is nothing to collect
 * @param newsletter its `templateMessages` were reported when the template was loaded
 * @param work builds the issue
 * @returns the work's result, and the messages by their file's path in the template
 */
export async function collectTemplateMessages<Result>(
  theme: Theme | undefined,
  newsletter: Pick<Newsletter, 'templateMessages'>,
  work: () => Promise<Result>,
): Promise<{ result: Result; found: Map<string, VFileMessage[]> }> {
  const stop = startCollecting(theme, newsletter)
  try {
    const result = await work()
    return { result, found: stop() }
  } finally {
    stop()
  }
}

/**
 * Does the same for a work whose end does not concern the template.
 * @returns stops it, when it is called for the first time, and returns the messages
 */
export function startCollecting(
  theme: Theme | undefined,
  { templateMessages }: Pick<Newsletter, 'templateMessages'>,
): () => Map<string, VFileMessage[]> {
  const files = [...(theme?.files ?? [])]
  const earlier = files.map(([, file]) => file.messages)
  for (const [, file] of files) file.messages = [...(templateMessages.get(file) ?? [])]
  let found: Map<string, VFileMessage[]> | undefined
  return () => {
    if (found) return found
    found = new Map()
    for (const [index, [path, file]] of files.entries()) {
      const own = file.messages.slice(templateMessages.get(file)?.length ?? 0)
      if (own.length > 0) found.set(path, own)
      file.messages = earlier[index] ?? []
      mergeMessages(file.messages, own)
    }
    return found
  }
}
