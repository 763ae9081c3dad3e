import { isTypo } from '../diagnostics/is-typo.ts'
import type { Dialect } from '../merge-tags/dialect.ts'
import { type BlockTag, parseBlockTag } from '../merge-tags/parse-block-tag.ts'
import { frontMatterRange } from '../parse/front-matter-range.ts'
import { findOwners, isNativeTag } from '../targets/find-owners.ts'
import { findSiteForm } from '../targets/find-site-tag.ts'
import { resolveDialects, resolveTarget } from '../targets/resolve-target.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { createNativePattern, findNativeTags, type NativeTag } from './readers/find-native-tags.ts'
import { createPosition } from './readers/passage.ts'

interface Frame extends NativeTag {
  keyword: string
  /** Whether its branch for all other readers has begun. */
  hasElse: boolean
}

/** Reports a mistake at a tag. */
type ReportTag = (reason: string, tag: NativeTag, note: string) => void

export const mergeBlock = defineCheck({
  name: 'merge-block',
  summary: 'Conditions and loops in the provider’s syntax are closed once, and in their order.',
  note: 'The provider refuses an email with such a mistake, or leaves out what follows. Close the block where it ends.',
  level: 'error',
  run(context, report) {
    const { file } = context
    const reportTag: ReportTag = (reason, { tag, offset }, note) =>
      report(reason, { at: createPosition(file, offset, offset + tag.length), note })
    const tags = findOwnTags(context)
    for (const part of splitByPlace(tags, String(file))) validateBlocks(part, resolveOwn(context), reportTag)
  },
})

function resolveOwn({ settings }: CheckContext): Dialect[] {
  return resolveDialects(resolveTarget(settings, settings.target))
}

/** The tags of the issue that the target replaces. */
function findOwnTags(context: CheckContext): NativeTag[] {
  const { settings } = context
  const target = resolveTarget(settings, settings.target)
  if (!target) return []
  const hasStatements = !target.acceptsAnyTag && target.dialects.some(({ open }) => open === '{%')
  const all = findNativeTags(context, createNativePattern(context))
  const written = all.filter(({ tag }) => findSiteForm(tag, target) === undefined)
  return written.filter(
    ({ tag }) =>
      target.acceptsAnyTag ||
      // Where statements are in `{% … %}`, `{{#if x}}` is no block, but a mistake that `merge-tag` reports.
      (!(hasStatements && tag.startsWith('{{')) &&
        isNativeTag(tag, target, settings) &&
        findOwners(tag, target, settings).length === 0),
  )
}

/** Each entry of the front matter is a text of its own, and so is the Markdown. */
function splitByPlace(tags: NativeTag[], source: string): NativeTag[][] {
  const head = frontMatterRange(source)?.end ?? 0
  const entries = [...source.slice(0, head).matchAll(/^\S/gm)].map(({ index }) => index)
  const parts = new Map<number, NativeTag[]>()
  for (const each of tags) {
    const entry = each.offset < head ? entries.findLast((start) => start <= each.offset) : undefined
    const part = parts.get(entry ?? head)
    if (part) part.push(each)
    else parts.set(entry ?? head, [each])
  }
  return [...parts.values()]
}

function validateBlocks(tags: NativeTag[], dialects: readonly Dialect[], reportTag: ReportTag): void {
  const frames: Frame[] = []
  let rawEnd: RegExp | undefined
  for (const each of tags) {
    if (rawEnd && !rawEnd.test(each.tag)) continue
    rawEnd = undefined
    const block = parseBlockTag(each.tag, dialects)
    if (!block) {
      // A misspelt start is reported as such, and not a second time at its end.
      const keyword = findMisspeltStart(each.tag)
      if (keyword) frames.push({ ...each, keyword, hasElse: false })
      continue
    }
    if (block.role === 'start') frames.push({ ...each, keyword: block.keyword, hasElse: false })
    else if (block.role === 'branch') validateBranch(each, block, frames.at(-1), reportTag)
    else if (!block.isUnknown) closeBlock(each, block, frames, reportTag)
    // A misspelt end is reported as a keyword. One that belongs to no known block may be the provider's own.
    else if (isTypo(block.keyword, frames.at(-1)?.keyword ?? '')) frames.pop()
    rawEnd = block.rawEnd
  }
  for (const frame of frames)
    reportTag(
      `Missing ${formatEnd(frame)} after \`${frame.tag}\``,
      frame,
      `The block has no end: the provider refuses the email, or leaves out all that follows. Write ${formatEnd(frame)} where it ends. ${textHint(frame)}`,
    )
}

function findMisspeltStart(tag: string): string | undefined {
  const word = /^\{%-?\s*(\w+)/.exec(tag)?.[1] ?? ''
  return ['if', 'for', 'unless', 'case', 'capture', 'comment'].find((keyword) => isTypo(word, keyword))
}

function validateBranch(
  each: NativeTag,
  { keyword }: BlockTag,
  frame: Frame | undefined,
  reportTag: ReportTag,
): void {
  const isLast = /^(?:else|ELSE|\^)$/.test(keyword) && !/else\s*:?\s*\w/i.test(each.tag)
  if (!frame)
    reportTag(
      `Unexpected \`${each.tag}\` outside of a condition`,
      each,
      `No condition is open here: put the tag that begins it before this one, or remove it. ${textHint(each)}`,
    )
  else if (isLast && frame.hasElse)
    reportTag(
      `Unexpected second \`${each.tag}\` after \`${frame.tag}\``,
      each,
      'A condition has one branch for all other readers. Close it first, or remove one of the two.',
    )
  else if (isLast) frame.hasElse = true
}

function closeBlock(each: NativeTag, { keyword }: BlockTag, frames: Frame[], reportTag: ReportTag): void {
  const matches = (frame: Frame) => keyword === '' || isSameBlock(frame.keyword, keyword)
  const index = frames.findLastIndex(matches)
  const last = frames.at(-1)
  if (last && index === frames.length - 1) frames.pop()
  else if (!last)
    reportTag(
      `Unexpected \`${each.tag}\`, which closes nothing`,
      each,
      `Every block before it is closed already, or never began. Remove it, or put the tag that begins the block before it. ${textHint(each)}`,
    )
  else {
    reportTag(
      `Unexpected \`${each.tag}\`, expected ${formatEnd(last)} for \`${last.tag}\``,
      each,
      'A block ends before the one around it. Close first what began last.',
    )
    frames.splice(index === -1 ? frames.length - 1 : index)
  }
}

/** Mailchimp's `IFNOT` ends like its `IF`. */
function isSameBlock(start: string, end: string): boolean {
  const fold = (word: string) => word.replace(/^IFNOT$/i, 'IF')
  return fold(start) === fold(end) || (/^[A-Z]+$/i.test(end) && fold(start).toUpperCase() === end)
}

/** How a block is closed in its dialect. */
function formatEnd({ tag, keyword }: Frame): string {
  if (tag.startsWith('{%')) return `\`{% end${keyword} %}\``
  if (/^\{\{[-~]?\s*[#^]/.test(tag)) return `\`{{/${keyword}}}\``
  if (tag.startsWith('{{')) return '`{{ end }}`'
  if (tag.startsWith('*|')) return `\`*|END:${keyword.replace(/^IFNOT$/i, 'IF')}|*\``
  return 'an end tag'
}

function textHint({ tag }: NativeTag): string {
  return `If it is meant as text, put a backslash before it: \`\\${tag}\`.`
}
