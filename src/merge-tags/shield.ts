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
  /** A shielded address that was percent-encoded on the way, as it was. */
  decode(address: string): string
  /** Puts the tags back, also where an address was percent-encoded on the way. */
  restore(text: string): string
  /** True for a shielded text that is nothing but the provider's own logic: `{% if x %}`, `{% endif %}`. */
  isLogic(text: string): boolean
  /** The shielded text of a tag that was made a block of its own, from the comment that stood for it. */
  fromBlock(html: string): string | undefined
  /** A text without the author's notes (comments before a sentence), which only held their places. */
  withoutNotes(text: string): string
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
/** A tag that was made a block, wherever it ended up: as a comment, or as text where comments are none. */
const blockToken = /(?:<|&lt;)!--(\ue000[\ue100-\ue8ff]{1,2}\ue001*\ue002)--(?:>|&gt;)/g
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
  const defined = definedLabels(source)
  const head = headLength(source)
  const tagged = source.replace(pattern, (tag, ...rest) => {
    const offset = rest.find((item): item is number => typeof item === 'number') ?? 0
    if (inside(fences, offset) || (tag.startsWith('[[') && defined.has(tag.slice(2, -2).toLowerCase())))
      return tag
    if (offset >= head && logic.test(tag) && isAlone(tag, offset, source) && !isInMarkup(offset, source))
      return toBlock(toNumbered(tag), tag.length)
    return toToken(toNumbered(tag), tag.length) ?? tag
  })
  const text = hideNotes(tagged, fences)
  const notes = text === tagged ? /(?!)/g : new RegExp(`${note}+`, 'g')
  return {
    text,
    hide: (other) => other.replace(pattern, (tag) => toToken(toNumbered(tag), tag.length) ?? tag),
    decode: (address) => address.replace(encodedToken, decodeURIComponent),
    restore: (shielded) =>
      shielded
        .replace(notes, '')
        .replace(blockToken, '$1')
        .replace(token, back)
        .replace(encodedToken, (found) => back(decodeURIComponent(found))),
    isLogic: (shielded) =>
      shielded.includes(String.fromCharCode(first)) &&
      shielded.replace(token, (found) => (logic.test(back(found)) ? '' : found)).trim() === '',
    withoutNotes: (noted) => noted.replace(notes, ''),
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

/** Within an open tag or an open code span a comment would be no comment. */
function isInMarkup(offset: number, source: string): boolean {
  const paragraph =
    /(?:^|\n[ \t]*\n)((?:(?!\n[ \t]*\n)[\s\S])*)$/.exec(
      source.slice(Math.max(0, offset - 2000), offset),
    )?.[1] ?? ''
  const ticks = paragraph.match(/`/g)?.length ?? 0
  return /<[a-z][^<>]*$/i.test(paragraph) || ticks % 2 === 1
}

const note = '\ue003'
const leadingNote =
  /^([ \t>]*(?:(?:[-*+]|\d+[.)])[ \t]+)*)(<!--(?!\[|-->)(?:(?!-->)[^\n])*-->[ \t]*)(?=[^\s<])/gm

/**
 * A comment at the beginning of a line makes raw HTML of the whole line (CommonMark 0.31, HTML blocks, kind 2), which
 * nobody means who writes a note before a sentence. It is put out of sight with its place kept.
 */
function hideNotes(text: string, fences: [number, number][]): string {
  return text.replace(leadingNote, (whole, before: string, comment: string, offset: number) =>
    inside(fences, offset) ? whole : before + note.repeat(comment.length),
  )
}

/** Front matter is no Markdown: a comment would be no comment there. */
function headLength(source: string): number {
  return /^---[\s\S]*?\n---[ \t]*(?:\r?\n|$)/.exec(source)?.[0].length ?? 0
}

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

/** The labels that a text defines: `[[name]]` is a link in brackets where `[name]: …` stands somewhere. */
function definedLabels(source: string): Set<string> {
  return new Set(
    [...source.matchAll(/^[ \t>]*\[([^[\]\n]+)\]:/gm)].map(([, label = '']) => label.toLowerCase()),
  )
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
