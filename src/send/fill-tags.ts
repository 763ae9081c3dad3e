import type { TagLogic } from '../merge-tags/dialect.ts'
import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import { type ParsedLogic, type ParsedTag, type ParsedValue, parseTag } from '../merge-tags/parse-tag.ts'
import { isNativeTag } from '../targets/find-owners.ts'
import { resolveDialects, type TargetSource } from '../targets/resolve-target.ts'
import { type MergeName, mergeNames, type Target } from '../targets/target.ts'
import { createFillPattern, escapedBraces } from './fill-pattern.ts'
import { findValue } from './find-value.ts'

export interface Filled {
  text: string
  /** The names of the values that were used. */
  used: Set<string>
  /** Tags without a value, which were replaced by `[their name]`. */
  unknown: Set<string>
}

/** The shipped targets alone. */
const shipped: TargetSource = { customTargets: {} }

interface Branch {
  /** Whether the text of this branch is output. */
  isShown: boolean
  /** Whether a branch was output already: of a condition, only one is. */
  hasShown: boolean
}

/**
 * Fills in merge tags as a provider would for a subscriber with all values: conditions keep their first branch unless
 * their value is empty, loops keep one iteration, and empty values are replaced by their fallbacks.
 * @param text a whole HTML document, recognized by its beginning; anything else is plaintext
 * @param target the ESP that the email is for
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
    if (branches.every(({ isShown }) => isShown)) filled.text += part
  }
  const pattern = createFillPattern(target)
  const dialects = resolveDialects(target)
  const names = mapNeutralNames(target)
  let at = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [tag] = match
    emit(text.slice(at, match.index))
    at = match.index + tag.length
    if (target && tag !== escapedBraces && !isNativeTag(tag, target, shipped)) {
      // Another provider's tag, which this one does not replace.
      emit(tag)
      continue
    }
    const parsed: ParsedTag =
      tag === escapedBraces ? { kind: 'literal', text: '{{' } : parseTag(tag, dialects)
    if (parsed.kind === 'logic' && parsed.end) {
      const end = parsed.end.exec(text.slice(at))
      emit(text.slice(at, end ? at + end.index : undefined))
      at = end ? at + end.index + end[0].length : text.length
    } else if (parsed.kind === 'logic') applyLogic(parsed, branches, values, filled)
    else if (branches.every(({ isShown }) => isShown))
      filled.text += resolveReplacement(parsed, {
        ...{ tag, values, filled, names },
        placement: detectPlacement(text, match.index, isHtml),
      })
    pattern.lastIndex = at
  }
  emit(text.slice(at))
  return filled
}

function applyLogic(
  { logic, name }: ParsedLogic,
  branches: Branch[],
  values: Filling['values'],
  { used }: Filled,
): void {
  const branch = branches.at(-1)
  if (logic === 'end') branches.pop()
  else if (logic === 'if' || logic === 'unless') {
    const condition = name === undefined ? undefined : findValue(name, values)
    if (condition) used.add(condition.name)
    const isShown = (logic === 'if') === (condition?.value !== '')
    branches.push({ isShown, hasShown: isShown })
  } else if (logic in openingBranches)
    branches.push({ ...openingBranches[logic as keyof typeof openingBranches] })
  else if (branch && logic !== 'statement') {
    branch.isShown = !branch.hasShown
    branch.hasShown = true
  }
}

/** Tags that open a block without a condition. Of a choice, the text before its first branch is dropped, of an aside all text. */
const openingBranches = {
  section: { isShown: true, hasShown: true },
  aside: { isShown: false, hasShown: true },
  choice: { isShown: false, hasShown: false },
} satisfies Partial<Record<TagLogic, Branch>>

type TagPlacement = 'html' | 'html-address' | 'text' | 'text-address'

interface Filling {
  tag: string
  values: Readonly<Record<string, string>>
  filled: Filled
  /** Neutral names by the names that the target's tags have. */
  names: ReadonlyMap<string, MergeName>
  placement: TagPlacement
}

function mapNeutralNames(target: Target | undefined): Map<string, MergeName> {
  const dialects = resolveDialects(target)
  const found = mergeNames.flatMap((neutral): [string, MergeName][] => {
    const parsed = parseTag(target?.names[neutral]?.tag ?? '', dialects)
    return parsed.kind === 'value' ? [[parsed.name, neutral]] : []
  })
  return new Map(found)
}

function resolveReplacement(parsed: ParsedTag, filling: Filling): string {
  if (parsed.kind === 'literal') return parsed.text
  if (parsed.kind === 'element' && parsed.closes) return isLink(parsed.name) ? '</a>' : ''
  if (parsed.kind === 'element') {
    const value = fillValue({ kind: 'value', name: parsed.name }, filling)
    return isLink(parsed.name) ? `<a href="${value}">` : value
  }
  return parsed.kind === 'value' ? fillValue(parsed, filling) : ''
}

function isLink(element: string): boolean {
  return !element.startsWith('current')
}

function fillValue(
  { name, fallback, words }: ParsedValue,
  { tag, values, filled, names, placement }: Filling,
): string {
  const neutral = names.get(name)
  const found = findValue(name, values, words) ?? (neutral && findValue(neutral, values))
  if (found) filled.used.add(found.name)
  else if (fallback === undefined) filled.unknown.add(tag)
  const value = found?.value || (fallback ?? found?.value ?? `[${name}]`)
  // Klaviyo renders a whole link for a URL tag with a link text.
  const isWhole =
    found?.name.endsWith('_url') && words !== undefined && tag.startsWith('{%') && placement === 'html'
  return isWhole
    ? `<a href="${escapeValue(value, placement)}">${escapeValue(words, placement)}</a>`
    : escapeValue(value, placement)
}

function detectPlacement(text: string, offset: number, isHtml: boolean): TagPlacement {
  const before = text.slice(Math.max(0, offset - 2000), offset)
  if (!isHtml) return /(?:https?:\/\/|mailto:)[^\s<>]*$/i.test(before) ? 'text-address' : 'text'
  const tag = before.slice(before.lastIndexOf('<'))
  return /\s(?:href|src)\s*=\s*(?:"[^">]+|'[^'>]+)$/i.test(tag) ? 'html-address' : 'html'
}

function escapeValue(value: string, placement: TagPlacement): string {
  if (placement === 'text') return value
  return placement === 'html' ? escapeMarkup(value) : encodeURIComponent(value)
}
