import type { Position } from 'unist'
import type { CheckContext } from '../check.ts'

/**
 * Where the subject line is written: its own entry in the front matter, the title's, or the level-1 heading that stands
 * for both.
 * @param context the check's
 */
export function findSubjectPlace({
  entry,
  tree,
}: Pick<CheckContext, 'entry' | 'tree'>): Position | undefined {
  for (const key of ['subject', 'title']) {
    const place = entry(key)
    // On the first line is only the opening `---`: the entry is not there.
    if (place.start.line > 1) return place
  }
  const heading = tree.children.find((node) => node.type === 'heading' && node.depth === 1)
  return heading?.position ?? entry('subject')
}
