import type { Position } from 'unist'
import { isWithinEdits } from '../../diagnostics/nearest.ts'
import type { CheckContext } from '../check.ts'
import { extractProse } from '../readers/extract-prose.ts'
import { findNodes } from '../readers/find-nodes.ts'

export interface MisspeltLabel {
  label: string
  /** The label that has a definition. */
  near: string
  /** The file of the shared definition; `undefined` for one of the issue. */
  file: string | undefined
  at: Position | undefined
}

interface Known {
  label: string
  file?: string | undefined
}

/** One word or more in brackets alone: `[handbok]`. */
const shortcut = /(?<![\p{L}\p{M}\p{N}\])!\\])\[(?!\^)([^\][\n]{5,80})\](?![[({:\p{L}\p{N}])/gu

/** The endings by which a word in brackets in a quotation differs from a label on purpose. */
const inflection = /^(?:s|es|d|ed|r|er|ing|'s|’s|n|en|e)$/

/** How many different labels of an issue are compared, since there can be thousands of shared ones. */
const comparedLabels = 50

/**
 * Finds words in brackets that are nearly a label with a definition. Words in brackets can be text, so that nothing else
 * tells them from a link.
 * @param context the check's context
 */
export function findMisspeltLabels(context: CheckContext): MisspeltLabel[] {
  const known = listKnown(context)
  if (known.length === 0) return []
  const source = String(context.file)
  const compared = new Map<string, Known | undefined>()
  const found: MisspeltLabel[] = []
  for (const { text, raw, place } of extractProse(context)) {
    if (raw) continue
    for (const { 0: written, 1: label = '', index } of text.matchAll(shortcut)) {
      const at = place(index, index + written.length)
      const typed = source.slice(at?.start.offset, at?.end.offset)
      if (typed.includes('\\') || source[(at?.start.offset ?? 0) - 1] === '\\') continue
      if (!compared.has(label) && compared.size < comparedLabels) compared.set(label, findNear(label, known))
      const near = compared.get(label)
      if (near) found.push({ label, near: near.label, file: near.file, at })
    }
  }
  return found
}

function listKnown({ tree, settings }: CheckContext): Known[] {
  const own: Known[] = []
  for (const { label, identifier, position } of findNodes(tree, 'definition')) {
    // Those of shared definitions have no position.
    if (position) own.push({ label: label ?? identifier })
  }
  return [...own, ...(settings.markdown.definitions ?? [])]
}

function findNear(label: string, known: readonly Known[]): Known | undefined {
  const edits = label.length > 6 ? 2 : 1
  return known.find(
    (each) =>
      Math.abs(each.label.length - label.length) <= edits &&
      removeLetters(each.label) === removeLetters(label) &&
      !isInflected(each.label.toLowerCase(), label.toLowerCase()) &&
      isWithinEdits(each.label, label, edits),
  )
}

/** What is no letter; `bip34` is no misspelling of `bip32`. */
function removeLetters(label: string): string {
  return label.replace(/\p{L}/gu, '')
}

function isInflected(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].sort((a, b) => a.length - b.length)
  return long.startsWith(short) && inflection.test(long.slice(short.length))
}
