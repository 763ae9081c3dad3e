import { attention } from 'micromark-core-commonmark'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import type {
  Construct,
  Event,
  Extension,
  Point,
  Resolver,
  Token,
  TokenizeContext,
} from 'micromark-util-types'
import { endsSpaceless, startsSpaceless } from '../typeset/spaceless.ts'

const ASTERISK = 42
const TILDE = 126

/**
 * Creates the syntax of emphasis and deletions in scripts that put no space around them, `これは**「重要」**です`. CommonMark
 * takes `**` between a letter and punctuation for the end of a word, and would leave it as text. Beside such a script,
 * asterisks and double tildes open emphasis unless a space follows them, and close it unless one precedes. Underscores
 * stay as they are, since file names contain them. For Chinese, Japanese and Korean it is what
 * https://github.com/tats-u/markdown-cjk-friendly specifies.
 */
export function spacelessEmphasis(): Extension {
  const deletion = gfmStrikethrough({ singleTilde: false }).text?.[TILDE] as Construct
  return {
    text: { [ASTERISK]: relax(attention), [TILDE]: relax(deletion) },
    // Within a link's text, the constructs are resolved by themselves.
    insideSpan: { null: [{ resolveAll: relaxRuns }] },
  }
}

/** The construct, whose runs of markers are relaxed before they are paired. */
function relax(construct: Construct): Construct {
  const { resolveAll } = construct
  return {
    ...construct,
    resolveAll: (events, context) => resolveAll?.(relaxRuns(events, context), context) ?? events,
  }
}

const relaxRuns: Resolver = (events, context) => splitRuns(setFlanks(events, context), context)

function setFlanks(events: Event[], context: TokenizeContext): Event[] {
  for (const [kind, token] of events) {
    const isRun = token.type === 'attentionSequence' || token.type === 'strikethroughSequenceTemporary'
    if (kind !== 'enter' || !isRun || context.sliceSerialize(token).startsWith('_')) continue
    if (!isSpaceless(token, context)) continue
    token._open = /^\S/u.test(sliceAfter(token.end, context))
    token._close = /\S$/u.test(sliceBefore(token.start, context))
  }
  return events
}

/**
 * Divides each `****` that ends one emphasis and begins the next, as in `**重要****注意**`, which CommonMark's rule of three
 * (section 6.2, rules 9 and 10) leaves as text. Changes the list itself, which the parser of a paragraph goes on to read.
 */
function splitRuns(events: Event[], context: TokenizeContext): Event[] {
  for (const token of findDoubleRuns(events, context)) {
    const index = events.findIndex((event) => event[1] === token)
    const first: Token = { ...token, end: createMiddle(token.start) }
    const second: Token = { ...token, start: createMiddle(token.start) }
    events.splice(
      index,
      2,
      ['enter', first, context],
      ['exit', first, context],
      ['enter', second, context],
      ['exit', second, context],
    )
  }
  return events
}

/** The runs of four asterisks, beside a script without spaces, before which a `**` is open. */
function findDoubleRuns(events: Event[], context: TokenizeContext): Token[] {
  const found: Token[] = []
  let isOpen = false
  for (const [kind, token] of events) {
    if (kind !== 'enter' || token.type !== 'attentionSequence') continue
    const run = context.sliceSerialize(token)
    if (run === '**') isOpen = isOpen ? !token._close : token._open === true
    else if (run === '****' && isOpen && token._open && token._close && isSpaceless(token, context))
      found.push(token)
  }
  return found
}

function createMiddle(start: Point): Point {
  return {
    ...start,
    column: start.column + 2,
    offset: start.offset + 2,
    _bufferIndex: start._bufferIndex + 2,
  }
}

function isSpaceless({ start, end }: Token, context: TokenizeContext): boolean {
  return endsSpaceless(sliceBefore(start, context)) || startsSpaceless(sliceAfter(end, context))
}

/** The characters on the same line before a point: a letter with its marks, but not the whole line. */
function sliceBefore(point: Point, context: TokenizeContext): string {
  if (point._bufferIndex <= 0) return ''
  const start = { ...point, _bufferIndex: Math.max(0, point._bufferIndex - 8) }
  return context.sliceSerialize({ start, end: point })
}

function sliceAfter(point: Point, context: TokenizeContext): string {
  const [chunk] = context.sliceStream({
    start: point,
    end: { ...point, _index: point._index + 1, _bufferIndex: -1 },
  })
  return typeof chunk === 'string' ? chunk.slice(0, 2) : ''
}
