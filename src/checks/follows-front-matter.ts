import { frontMatterRange } from '../parse/front-matter-range.ts'
import type { CheckContext, Origin } from './check.ts'

/** Rules of front matter that cannot be read at all. */
const unreadable = new Set([
  ...['yaml-syntax', 'front-matter-language', 'front-matter-dashes', 'front-matter-unclosed'],
])

/**
 * Creates a test for findings that only follow from front matter that could not be read: the preheader that seems
 * missing, the layout's empty heading. The mistake itself is reported already.
 */
export function createFollowsTest({
  file,
  matter,
}: Pick<CheckContext, 'file' | 'matter'>): (origin: Origin) => boolean {
  const isUnreadable = file.messages.some(({ fatal, ruleId }) => fatal && unreadable.has(ruleId ?? ''))
  if (!isUnreadable && matter.title !== '') return () => false
  const source = String(file)
  const end = frontMatterRange(source)?.end ?? source.split(/\r?\n/, 1)[0]?.length ?? 0
  return (origin) => {
    if (origin.file !== file) return true
    return isUnreadable && (origin.position?.start.offset ?? 0) <= end
  }
}
