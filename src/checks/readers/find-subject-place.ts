import type { Position } from 'unist'
import type { CheckContext } from '../check.ts'

/**
 * Finds where the subject was written: in its own entry of the front matter, in that of the title, or as the level-1
 * heading.
 * @param context the check's context
 */
export function findSubjectPlace({
  entry,
  tree,
}: Pick<CheckContext, 'entry' | 'tree'>): Position | undefined {
  for (const key of ['subject', 'title']) {
    const place = entry(key)
    // `entry` returns the first line, the opening `---`, for an entry that is not there.
    if (place.start.line > 1) return place
  }
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1)
  return heading?.position ?? entry('subject')
}
