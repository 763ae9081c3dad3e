import { diffArrays } from 'diff'
import { segmentText } from '../typeset/segment-text.ts'
import { createWordSegmenter } from './create-word-segmenter.ts'
import { extractParagraphs, type Paragraph } from './extract-paragraphs.ts'

/** A part of a changed paragraph. */
export interface TextPart {
  kind: 'same' | 'added' | 'removed'
  text: string
}

/** A paragraph of the plaintext that was added, removed or changed. */
export interface TextChange {
  /** The heading that it is below; empty before the first one. */
  section: string
  parts: TextPart[]
}

/** Below this share of characters in common, two paragraphs are a removed and an added one. */
const leastInCommon = 0.4

/**
 * Compares two plaintexts by paragraphs, and paragraphs that resemble each other by words.
 * @param lang the texts' language, which decides where words end: a BCP 47 language tag
 */
export function compareTexts(before: string, after: string, lang: string): TextChange[] {
  const old = extractParagraphs(before)
  const current = extractParagraphs(after)
  const runs = diffArrays(old, current, { comparator: (a, b) => a.text === b.text })
  const changes: TextChange[] = []
  for (const [index, run] of runs.entries()) {
    if (run.removed) {
      const next = runs[index + 1]
      changes.push(...compareRuns(run.value, next?.added ? next.value : [], lang))
    } else if (run.added && !runs[index - 1]?.removed) changes.push(...compareRuns([], run.value, lang))
  }
  return changes
}

/** Compares paragraphs that stand in each other's place, in their order. */
function compareRuns(removed: Paragraph[], added: Paragraph[], lang: string): TextChange[] {
  const changes: TextChange[] = []
  for (let index = 0; index < Math.max(removed.length, added.length); index++) {
    const [before, after] = [removed[index], added[index]]
    const parts = before && after && compareWords(before.text, after.text, lang)
    if (parts && shareInCommon(parts) >= leastInCommon) changes.push({ section: after.section, parts })
    else {
      if (before) changes.push({ section: before.section, parts: [{ kind: 'removed', text: before.text }] })
      if (after) changes.push({ section: after.section, parts: [{ kind: 'added', text: after.text }] })
    }
  }
  return changes
}

/** Compares two texts by words. A space between two changed words is changed with them. */
export function compareWords(before: string, after: string, lang: string): TextPart[] {
  const segmenter = createWordSegmenter(lang)
  const split = (text: string) => [...segmentText(text, segmenter)].map(({ segment }) => segment)
  const runs = diffArrays(split(before), split(after))
  const parts: TextPart[] = []
  let removed = ''
  let added = ''
  const flush = () => {
    if (removed) parts.push({ kind: 'removed', text: removed })
    if (added) parts.push({ kind: 'added', text: added })
    removed = ''
    added = ''
  }
  for (const [index, run] of runs.entries()) {
    const text = run.value.join('')
    const isGap = removed !== '' && added !== '' && /^\s+$/.test(text) && index < runs.length - 1
    if (run.removed || isGap) removed += text
    if (run.added || isGap) added += text
    if (run.removed || run.added || isGap) continue
    flush()
    parts.push({ kind: 'same', text })
  }
  flush()
  return parts
}

function shareInCommon(parts: readonly TextPart[]): number {
  const lengths = { same: 0, added: 0, removed: 0 }
  for (const { kind, text } of parts) lengths[kind] += text.length
  const longest = lengths.same + Math.max(lengths.added, lengths.removed)
  return longest === 0 ? 1 : lengths.same / longest
}
