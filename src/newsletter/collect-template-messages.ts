import type { VFileMessage } from 'vfile-message'
import { mergeMessages } from '../diagnostics/once.ts'
import type { Theme } from '../theme/theme.ts'
import type { Newsletter } from './load-newsletter.ts'

/**
 * Collects what one issue finds wrong with its template. A template's mistake is on its file once for all issues, but
 * each issue has to know of it: what earlier issues have found is laid aside while this one is built, then merged.
 * @param theme the template; without one there is nothing to collect
 * @param newsletter for what was found when the template was read
 * @param work builds the issue
 * @returns what the work returned, and the messages by their file's path in the template
 */
export async function collectTemplateMessages<Result>(
  theme: Theme | undefined,
  { templateMessages }: Pick<Newsletter, 'templateMessages'>,
  work: () => Promise<Result>,
): Promise<{ result: Result; found: Map<string, VFileMessage[]> }> {
  const files = [...(theme?.files ?? [])]
  const earlier = files.map(([, file]) => file.messages)
  for (const [, file] of files) file.messages = [...(templateMessages.get(file) ?? [])]
  const found = new Map<string, VFileMessage[]>()
  try {
    return { result: await work(), found }
  } finally {
    for (const [index, [path, file]] of files.entries()) {
      const own = file.messages.slice(templateMessages.get(file)?.length ?? 0)
      if (own.length > 0) found.set(path, own)
      file.messages = earlier[index] ?? []
      mergeMessages(file.messages, own)
    }
  }
}
