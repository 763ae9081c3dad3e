import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import { targets } from '../targets/index.ts'
import { createFillPattern, escapedBraces } from './fill-pattern.ts'
import { findValue } from './find-value.ts'
import { type ReadTag, readTag, type Value } from './read-tag.ts'

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
export function fillTags(text: string, target: string, values: Readonly<Record<string, string>>): Filled {
  const filled: Filled = { text: '', used: new Set(), unknown: new Set() }
  const isHtml = /^\s*<!doctype html|^\s*<html/i.test(text)
  const branches: Branch[] = []
  const emit = (part: string) => {
    if (branches.every(({ shows }) => shows)) filled.text += part
  }
  const pattern = createFillPattern(target)
  const { native } = targets[target] ?? {}
  let at = 0
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [tag] = match
    emit(text.slice(at, match.index))
    at = match.index + tag.length
    if (native && tag !== escapedBraces && !native.test(tag)) {
      // Another provider's: this one leaves it alone.
      emit(tag)
      continue
    }
    const read: ReadTag = tag === escapedBraces ? { kind: 'literal', text: '{{' } : readTag(tag)
    if (read.kind === 'raw') {
      const end = read.end.exec(text.slice(at))
      emit(text.slice(at, end ? at + end.index : undefined))
      at = end ? at + end.index + end[0].length : text.length
    } else if (!follow(read, branches, values, filled)) {
      if (branches.every(({ shows }) => shows)) {
        filled.text += toReplacement(read, { tag, values, filled, place: toPlace(text, match.index, isHtml) })
      }
    }
    pattern.lastIndex = at
  }
  emit(text.slice(at))
  return filled
}

/** @returns whether the tag was one of a condition's */
function follow(read: ReadTag, branches: Branch[], values: Filling['values'], { used }: Filled): boolean {
  if (read.kind === 'open') {
    const asked = read.path === undefined ? undefined : findValue(read.path, values)
    if (asked) used.add(asked.name)
    const isEmpty = asked?.value === ''
    const shows = isEmpty ? read.inverted : !read.inverted
    branches.push({ shows, hasShown: shows })
  } else if (read.kind === 'begin') {
    // Of a choice nothing is shown before its first case.
    branches.push({ shows: read.shows === 'all', hasShown: read.shows !== 'first' })
  } else if (read.kind === 'close') branches.pop()
  else if (read.kind === 'branch') {
    const branch = branches.at(-1)
    if (branch) branch.shows = !branch.hasShown
    if (branch) branch.hasShown = true
  } else return false
  return true
}

type Place = 'html' | 'html-address' | 'text' | 'text-address'

interface Filling {
  tag: string
  values: Readonly<Record<string, string>>
  filled: Filled
  place: Place
}

function toReplacement(read: ReadTag, filling: Filling): string {
  if (read.kind === 'literal') return read.text
  if (read.kind === 'element' && read.closes) return isLink(read.name) ? '</a>' : ''
  if (read.kind === 'element') {
    const value = fillValue({ kind: 'value', path: read.name }, filling)
    return isLink(read.name) ? `<a href="${value}">` : value
  }
  return read.kind === 'value' ? fillValue(read, filling) : ''
}

function isLink(element: string): boolean {
  return !element.startsWith('current')
}

function fillValue({ path, fallback, words }: Value, { tag, values, filled, place }: Filling): string {
  const found = findValue(path, values, words)
  if (found) filled.used.add(found.name)
  else if (fallback === undefined) filled.unknown.add(tag)
  const value = found?.value || (fallback ?? found?.value ?? `[${path}]`)
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
