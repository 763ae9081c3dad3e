import type { TagLogic } from '../merge-tags/dialect.ts'
import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import { type ParsedLogic, type ParsedTag, type ParsedValue, parseTag } from '../merge-tags/parse-tag.ts'
import { isNativeTag } from '../targets/find-owners.ts'
import { targets } from '../targets/index.ts'
import { resolveDialects } from '../targets/resolve-target.ts'
import { type MergeName, mergeNames, type Target } from '../targets/target.ts'
import { createFillPattern, escapedBraces } from './fill-pattern.ts'
import { findValue } from './find-value.ts'

export interface Filled {
  text: string
  /** The names of the values that were used. */
  used: Set<string>
  /** Tags that nothing is known of, which stand as `[their name]` now. */
  unknown: Set<string>
}

interface Branch {
  /** Whether what stands here is shown. */
  shows: boolean
  /** Whether a branch has been shown; of a condition, one is. */
  hasShown: boolean
}

/**
 * Fills merge tags in as a provider would for one subscriber of whom all is known: of conditions the first branch stays
 * unless they ask for a value that is empty, of loops one turn. For an empty value its fallback stands in.
 * @param text a whole HTML document, which begins as one; else plaintext
 * @param target the ESP whose tags these are
 * @param values under neutral names (`first_name`), or under tags' own
 */
export function fillTags(
  text: string,
  target: Target | undefined,
  values: Readonly<Record<string, string>>,
): Filled {
  const filled: Filled = { text: '', used: new Set(), unknown: new Set() }
  const isHtml = /^\s*<!doctype html|^\s*<html/i.test(text)
  const branches: Branch[] = []
  const emit = (part: string) => {
    if (branches.every(({ shows }) => shows)) filled.text += part
  }
  const pattern = createFillPattern(target)
  const dialects = resolveDialects(target)
  const names = toNeutralNames(target)
  let at = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [tag] = match
    emit(text.slice(at, match.index))
    at = match.index + tag.length
    if (target && tag !== escapedBraces && !isNativeTag(tag, target, Object.values(targets))) {
      // Another provider's: this one leaves it alone.
      emit(tag)
      continue
    }
    const read: ParsedTag = tag === escapedBraces ? { kind: 'literal', text: '{{' } : parseTag(tag, dialects)
    if (read.kind === 'logic' && read.end) {
      const end = read.end.exec(text.slice(at))
      emit(text.slice(at, end ? at + end.index : undefined))
      at = end ? at + end.index + end[0].length : text.length
    } else if (read.kind === 'logic') follow(read, branches, values, filled)
    else if (branches.every(({ shows }) => shows))
      filled.text += toReplacement(read, {
        ...{ tag, values, filled, names },
        place: toPlace(text, match.index, isHtml),
      })
    pattern.lastIndex = at
  }
  emit(text.slice(at))
  return filled
}

function follow(
  { logic, name }: ParsedLogic,
  branches: Branch[],
  values: Filling['values'],
  { used }: Filled,
): void {
  const branch = branches.at(-1)
  if (logic === 'end') branches.pop()
  else if (logic === 'if' || logic === 'unless') {
    const asked = name === undefined ? undefined : findValue(name, values)
    if (asked) used.add(asked.name)
    const shows = (logic === 'if') === (asked?.value !== '')
    branches.push({ shows, hasShown: shows })
  } else if (logic in beginnings) branches.push({ ...beginnings[logic as keyof typeof beginnings] })
  else if (branch && logic !== 'statement') {
    branch.shows = !branch.hasShown
    branch.hasShown = true
  }
}

/** What stands under no condition. Of a choice nothing is shown before its first branch, of what is said aside nothing. */
const beginnings = {
  section: { shows: true, hasShown: true },
  aside: { shows: false, hasShown: true },
  choice: { shows: false, hasShown: false },
} satisfies Partial<Record<TagLogic, Branch>>

type Place = 'html' | 'html-address' | 'text' | 'text-address'

interface Filling {
  tag: string
  values: Readonly<Record<string, string>>
  filled: Filled
  /** The neutral names of what the target has tags for, under the tags' own names. */
  names: ReadonlyMap<string, MergeName>
  place: Place
}

function toNeutralNames(target: Target | undefined): Map<string, MergeName> {
  const dialects = resolveDialects(target)
  const found = mergeNames.flatMap((neutral): [string, MergeName][] => {
    const read = parseTag(target?.names[neutral]?.tag ?? '', dialects)
    return read.kind === 'value' ? [[read.name, neutral]] : []
  })
  return new Map(found)
}

function toReplacement(read: ParsedTag, filling: Filling): string {
  if (read.kind === 'literal') return read.text
  if (read.kind === 'element' && read.closes) return isLink(read.name) ? '</a>' : ''
  if (read.kind === 'element') {
    const value = fillValue({ kind: 'value', name: read.name }, filling)
    return isLink(read.name) ? `<a href="${value}">` : value
  }
  return read.kind === 'value' ? fillValue(read, filling) : ''
}

function isLink(element: string): boolean {
  return !element.startsWith('current')
}

function fillValue(
  { name, fallback, words }: ParsedValue,
  { tag, values, filled, names, place }: Filling,
): string {
  const neutral = names.get(name)
  const found = findValue(name, values, words) ?? (neutral && findValue(neutral, values))
  if (found) filled.used.add(found.name)
  else if (fallback === undefined) filled.unknown.add(tag)
  const value = found?.value || (fallback ?? found?.value ?? `[${name}]`)
  // Klaviyo makes the whole link of an address that has words.
  const isWhole =
    found?.name.endsWith('_url') && words !== undefined && tag.startsWith('{%') && place === 'html'
  return isWhole ? `<a href="${toSafe(value, place)}">${toSafe(words, place)}</a>` : toSafe(value, place)
}

function toPlace(text: string, offset: number, isHtml: boolean): Place {
  const before = text.slice(Math.max(0, offset - 2000), offset)
  if (!isHtml) return /(?:https?:\/\/|mailto:)[^\s<>]*$/i.test(before) ? 'text-address' : 'text'
  const tag = before.slice(before.lastIndexOf('<'))
  return /\s(?:href|src)\s*=\s*(?:"[^">]+|'[^'>]+)$/i.test(tag) ? 'html-address' : 'html'
}

function toSafe(value: string, place: Place): string {
  if (place === 'text') return value
  return place === 'html' ? escapeMarkup(value) : encodeURIComponent(value)
}
