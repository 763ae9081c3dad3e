import { memoize } from '../../hast/memoize.ts'
import { isWithin } from '../../merge-tags/source-shape.ts'
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
 * @param context the check's context; the result is shared by all checks
 * @param pattern matches tags; global
 */
export function findNativeTags(
  context: Pick<CheckContext, 'file' | 'tree'>,
  pattern: RegExp,
): readonly NativeTag[] {
  const known = tagsOf(context)
  const tags = known.get(pattern) ?? searchNativeTags(context, pattern)
  known.set(pattern, tags)
  return tags
}

/** The tags that were found by each pattern. */
const tagsOf = memoize((_context: object) => new Map<RegExp, readonly NativeTag[]>())

function searchNativeTags(context: Pick<CheckContext, 'file' | 'tree'>, pattern: RegExp): NativeTag[] {
  const found = [...String(context.file).matchAll(pattern)]
  if (found.length === 0) return []
  const isSkipped = createSkipTest(context)
  return found.filter(({ index }) => !isSkipped(index)).map(({ 0: tag, index }) => ({ tag, offset: index }))
}

const createSkipTest = memoize(({ file, tree }: Pick<CheckContext, 'file' | 'tree'>) => {
  const source = String(file)
  const isCode = createCodeTest(tree)
  const comments = findComments(source)
  return (offset: number): boolean => {
    const slashes = /\\*$/.exec(source.slice(Math.max(0, offset - 20), offset))?.[0].length ?? 0
    return slashes % 2 === 1 || isWithin(comments, offset) || isCode(offset)
  }
})

/** The ranges of the comments in HTML, and of those in the front matter, in their order. */
function findComments(source: string): [number, number][] {
  const head = frontMatterRange(source)?.end ?? 0
  // Found once: to look for the end of each would take the square of their number where they have none.
  const lastEnd = source.lastIndexOf('-->')
  const lastRule = source.lastIndexOf('\n---')
  const pattern = /<!--|^[ \t]*#[^\n]*/gm
  const ranges: [number, number][] = []
  for (let match = pattern.exec(source); match; match = pattern.exec(source)) {
    const { index } = match
    const isHtml = match[0] === '<!--'
    const after = pattern.lastIndex
    if (after > (isHtml ? lastEnd : lastRule)) pattern.lastIndex = index + 1
    else if (isHtml) pattern.lastIndex = source.indexOf('-->', after) + 3
    if (pattern.lastIndex > index + 1 && (isHtml || index < head)) ranges.push([index, pattern.lastIndex])
  }
  return ranges
}
