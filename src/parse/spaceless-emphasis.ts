import { attention } from 'micromark-core-commonmark'
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough'
import type { Construct, Extension, Point, Resolver, TokenizeContext } from 'micromark-util-types'
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

const relaxRuns: Resolver = (events, context) => {
  for (const [kind, token] of events) {
    const isRun = token.type === 'attentionSequence' || token.type === 'strikethroughSequenceTemporary'
    if (kind !== 'enter' || !isRun || context.sliceSerialize(token).startsWith('_')) continue
    const before = sliceBefore(token.start, context)
    const after = sliceAfter(token.end, context)
    if (!endsSpaceless(before) && !startsSpaceless(after)) continue
    token._open = /^\S/u.test(after)
    token._close = /\S$/u.test(before)
  }
  return events
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
