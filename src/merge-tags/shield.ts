import type { TagGrammar } from './grammar.ts'
import { toTagPattern } from './grammar.ts'

/** Tags that are no text: Liquid, Django and HubL; Go and Handlebars; Mailchimp. */
const logic = /^(?:\{%|\{\{-?\s*(?:[#/]|(?:if|else|end|range|with)\b)|\*\|(?:IF|IFNOT|ELSE|ELSEIF|END)\b)/

/** A text whose native merge tags were put out of every parser's sight, and the way back. */
export interface Shield {
  /** As long as the source, in UTF-16 units: no place shifts. */
  text: string
  /** Shields another text, such as one of the config's, so that `restore` puts its tags back too. */
  hide(text: string): string
  /** Puts the tags back, also where an address was percent-encoded on the way. */
  restore(text: string): string
  /** True for a shielded text that is nothing but the provider's own logic: `{% if x %}`, `{% endif %}`. */
  isLogic(text: string): boolean
  /** The shielded text of a tag that was made a block of its own, from the comment that stood for it. */
  fromBlock(html: string): string | undefined
  /** True when a tag runs over several lines, so that lines, unlike offsets, have shifted. */
  multiline: boolean
}

// Letters of the private use area mean nothing to Markdown, YAML, Liquid, CSS or HTML, and none of them escapes them.
const first = 0xe000
const filler = '\ue001'
const last = '\ue002'
const digits = 0xe100
const base = 2048

const token = /\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002/g
const encodedToken =
  /%EE%80%80(?:%EE%(?:8[4-9A-F]|9[0-9A-F]|A[0-3])%[89AB][0-9A-F]){1,2}(?:%EE%80%81)*%EE%80%82/g

/**
 * Replaces every native merge tag by a run of private-use characters of the same length, so that what an author
 * wrote for the ESP reaches the output byte for byte.
 * @param source the author's text
 * @param grammars the target's dialects beyond the unmistakable ones
 */
export function shield(source: string, grammars: readonly TagGrammar[]): Shield {
  const pattern = toTagPattern(grammars)
  const tags: string[] = []
  const numbers = new Map<string, number>()
  const toNumbered = (tag: string): number => {
    const known = numbers.get(tag)
    if (known !== undefined) return known
    numbers.set(tag, tags.length)
    return tags.push(tag) - 1
  }
  const back = (found: string): string => tags[toNumber(found)] ?? found

  const fences = fencedRanges(source)
  const text = source.replace(pattern, (tag, ...rest) => {
    const offset = rest.find((item): item is number => typeof item === 'number') ?? 0
    if (inside(fences, offset) || isReference(tag, source)) return tag
    if (logic.test(tag) && isAlone(tag, offset, source)) return toBlock(toNumbered(tag), tag.length)
    return toToken(toNumbered(tag), tag.length) ?? tag
  })
  return {
    text,
    hide: (other) => other.replace(pattern, (tag) => toToken(toNumbered(tag), tag.length) ?? tag),
    restore: (shielded) =>
      shielded.replace(token, back).replace(encodedToken, (found) => back(decodeURIComponent(found))),
    isLogic: (shielded) =>
      shielded.includes(String.fromCharCode(first)) &&
      shielded.replace(token, (found) => (logic.test(back(found)) ? '' : found)).trim() === '',
    fromBlock: (html) => block.exec(html.trim())?.[1],
    multiline: tags.some((tag) => tag.includes('\n')),
  }
}

/**
 * Logic alone on its line is a block of its own, as it is for the author: what follows it begins anew, be it a list or
 * a link's definition. To Markdown a comment is just that.
 */
function toBlock(number: number, length: number): string {
  const inner = toToken(number, length - '<!---->'.length)
  return inner === undefined ? (toToken(number, length) ?? '') : `<!--${inner}-->`
}

const block = /^<!--(\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002)-->$/

function isAlone(tag: string, offset: number, source: string): boolean {
  const before = source.slice(source.lastIndexOf('\n', offset - 1) + 1, offset)
  const after = /^[^\n]*/.exec(source.slice(offset + tag.length))?.[0] ?? ''
  return /^[ \t>]*$/.test(before) && after.trim() === ''
}

function toToken(number: number, length: number): string | undefined {
  const head = String.fromCharCode(first)
  const low = String.fromCharCode(digits + (number % base))
  if (length === 3) return number < base ? head + low + last : undefined
  if (length < 4) return undefined
  const high = String.fromCharCode(digits + Math.floor(number / base))
  return head + low + high + filler.repeat(length - 4) + last
}

function toNumber(found: string): number {
  const low = found.charCodeAt(1) - digits
  const high = found.charCodeAt(2) - digits
  return found.length === 3 ? low : low + high * base
}

/** `[[name]]` is a link in brackets when the text defines `[name]: …`. */
function isReference(tag: string, source: string): boolean {
  if (!tag.startsWith('[[')) return false
  return source.toLowerCase().includes(`${tag.slice(1, -1).toLowerCase()}:`)
}

/** Fenced code is content: what looks like a tag in it is a sample. */
function fencedRanges(source: string): [number, number][] {
  const ranges: [number, number][] = []
  const fence = /^[ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)?(`{3,}|~{3,})[^\n]*$/gm
  let open: { mark: string; start: number } | undefined
  for (const match of source.matchAll(fence)) {
    const mark = match[1] ?? ''
    if (!open) open = { mark, start: match.index }
    else if (mark.startsWith(open.mark) && /[`~][ \t]*\r?$/.test(match[0])) {
      ranges.push([open.start, match.index + match[0].length])
      open = undefined
    }
  }
  if (open) ranges.push([open.start, source.length])
  return ranges
}

function inside(ranges: [number, number][], offset: number): boolean {
  return ranges.some(([start, end]) => offset >= start && offset < end)
}
