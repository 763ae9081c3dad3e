import type { Root } from 'mdast'
import { memoize } from '../../hast/memoize.ts'
import { createTagPattern } from '../../merge-tags/tag-pattern.ts'
import { frontMatterRange } from '../../parse/front-matter-range.ts'
import { inlineDialects } from '../../targets/dialects.ts'
import { resolveDialects } from '../../targets/resolve-target.ts'
import type { Target } from '../../targets/target.ts'
import type { CheckContext } from '../check.ts'
import { createCodeTest } from './create-code-test.ts'

/** A text of the issue that has the syntax of a native tag. */
export interface NativeTag {
  tag: string
  /** Its offset in the file, in UTF-16 code units. */
  offset: number
}

/** Creates the pattern of the tags of all dialects, with those of the newsletter's own targets. Global. */
export function createNativePattern({ settings }: Pick<CheckContext, 'settings'>): RegExp {
  return createCustomPattern(settings.customTargets)
}

const createCustomPattern = memoize((customTargets: object): RegExp => {
  const custom = Object.values(customTargets as Record<string, Target>)
  return createTagPattern([...resolveDialects(...custom), ...inlineDialects])
})

/**
 * Finds the native tags in an issue, in their order, except in code, in comments, and behind a backslash.
 * @param pattern matches tags; global
 */
export function findNativeTags(
  { file, tree }: Pick<CheckContext, 'file' | 'tree'>,
  pattern: RegExp,
): NativeTag[] {
  const source = String(file)
  const found = [...source.matchAll(pattern)]
  if (found.length === 0) return []
  const isSkipped = createSkipTest(source, tree)
  return found.filter(({ index }) => !isSkipped(index)).map(({ 0: tag, index }) => ({ tag, offset: index }))
}

function createSkipTest(source: string, tree: Root): (offset: number) => boolean {
  const isCode = createCodeTest(tree)
  const head = frontMatterRange(source)?.end ?? 0
  const comments = findComments(source, head)
  return (offset) => {
    const slashes = /\\*$/.exec(source.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0
    const isComment = comments.some(([start, end]) => offset >= start && offset < end)
    return slashes % 2 === 1 || isComment || isCode(offset)
  }
}

/**
 * The comments of HTML, and those of YAML in the front matter, as ranges. A line that begins with `#` before any `---`
 * hides the comment of HTML that begins in it.
 * @param head where the front matter ends
 */
function findComments(source: string, head: number): (readonly [start: number, end: number])[] {
  const lastRule = source.lastIndexOf('\n---')
  const comments: (readonly [number, number])[] = []
  let pattern = /<!--[\s\S]*?-->|^[ \t]*#[^\n]*/gm
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const { 0: text, index } = match
    const end = index + text.length
    if (text.startsWith('<!--') || (index < head && end <= lastRule)) comments.push([index, end])
    else if (end > lastRule) {
      pattern = /<!--[\s\S]*?-->/g
      pattern.lastIndex = index
    }
  }
  return comments
}
