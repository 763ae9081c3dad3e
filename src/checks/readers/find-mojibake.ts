import { textBefore } from '../../typeset/text-before.ts'

/** A word of UTF-8 whose bytes were read in another encoding, such as `itâ€™s`. */
export interface Mojibake {
  word: string
  start: number
  /** What it was before. */
  meant: string
}

/** The characters for the bytes from 0x80 of Windows-1252; not from `TextDecoder`, which in some Node.js versions has Latin 1. */
const windows = `€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ${String.fromCharCode(...Array.from({ length: 96 }, (_, index) => 0xa0 + index))}`
// Byte 0xf0 is Apple's logo, of private use, which no text contains.
const macintosh =
  'ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u00a0ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\0ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ'

const encodings = Object.entries({ windows, macintosh }).map(([name, signs]) => ({
  name,
  byteOf: new Map([...signs].map((sign, index) => [sign, 0x80 + index])),
}))
type Encoding = (typeof encodings)[number]

/** The first and the last byte that can begin a sequence of UTF-8. */
const [firstLead, lastLead] = [0xc2, 0xf4]

/** The last byte that can continue a sequence; the first one is 0x80. */
const lastContinuation = 0xbf

/**
 * What every wrong word has: the characters for the first two bytes of a sequence, or a `Â` at its end, whose second byte was
 * a space. A quick test, which nearly no other text passes.
 */
const mayBeWrong = new RegExp([...encodings.map(({ byteOf }) => createPairPattern(byteOf)), 'Â'].join('|'))

function createPairPattern(byteOf: Map<string, number>): string {
  const listSigns = (first: number, last: number) =>
    [...byteOf].flatMap(([sign, byte]) => (byte >= first && byte <= last ? [sign] : [])).join('')
  return `[${listSigns(firstLead, lastLead)}][${listSigns(0x80, lastContinuation)}]`
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** Signs that stand behind a letter in a correct text: quotation marks, dashes and the space before them. */
const punctuation = /^[\u00a0‘’‚“”„…–—•·«»‹›]+$/
/** Signs that stand behind a capital: of a brand, a unit or a footnote. */
const superscript = /^[™®°ªº¹²³]$/
/** Signs that stand behind a root: `√π`. */
const mathematics = /^[π∞∑∂Ω∏∫≈∆≠≤≥]$/

/** A sequence of UTF-8, as it was read. */
interface Sequence {
  start: number
  text: string
  lead: number
  meant: string
}

/**
 * Finds words that are UTF-8 read as Windows-1252 or Mac OS Roman. A word is reported only if its characters are next to
 * impossible in a correct text of any language: `São`, `Ângela`, `hâlâ…”` and `« café »` are correct.
 * @returns in their order; neighbouring words are separate
 */
export function findMojibake(text: string): Mojibake[] {
  if (!mayBeWrong.test(text)) return []
  const found = new Map<number, Mojibake>()
  for (const { 0: word, index: start } of text.matchAll(/[^\s\u2028\ufffc]*[^\t\n\r \u2028\ufffc]*/g)) {
    if (!mayBeWrong.test(word)) continue
    for (const encoding of encodings) {
      const meant = repair(word, encoding)
      if (meant !== word && !found.has(start))
        found.set(start, { word: word.trim(), start, meant: meant.trim() })
    }
  }
  return [...found.values()]
}

function repair(word: string, encoding: Encoding): string {
  const runs = findRuns(word, encoding).filter((run) => isWrong(run, word, encoding))
  let repaired = ''
  let done = 0
  for (const { start, text, meant } of runs.flat()) {
    repaired += word.slice(done, start) + meant
    done = start + text.length
  }
  repaired += word.slice(done)
  // The last byte of a closing quotation mark has no character in Windows-1252, and is lost.
  return repaired.replace(/â€(?=[\s.,;:!?)]|$)/g, '”').replace(/(?<=[a-z\d.,;:!?)])Â$/, ' ')
}

/** Sequences that follow each other directly. */
function findRuns(word: string, { byteOf }: Encoding): Sequence[][] {
  const runs: Sequence[][] = []
  let end = -1
  for (let index = 0; index < word.length; index += 1) {
    const sequence = readSequence(word, index, byteOf)
    if (!sequence) continue
    if (index === end) runs.at(-1)?.push(sequence)
    else runs.push([sequence])
    end = index + sequence.text.length
    index = end - 1
  }
  return runs
}

function readSequence(word: string, start: number, byteOf: Map<string, number>): Sequence | undefined {
  const lead = byteOf.get(word[start] ?? '') ?? 0
  if (lead < firstLead || lead > lastLead) return undefined
  const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2
  const text = word.slice(start, start + length)
  const bytes = [...text].map((sign) => byteOf.get(sign) ?? 0)
  // Tested first, since an error that is thrown takes long.
  const isContinued = bytes.slice(1).every((byte) => byte >= 0x80 && byte <= lastContinuation)
  if (bytes.length < length || !isContinued) return undefined
  try {
    const meant = utf8.decode(Uint8Array.from(bytes))
    return /[\u0080-\u009f]/.test(meant) ? undefined : { start, text, lead, meant }
  } catch {
    return undefined
  }
}

/** Whether a run of sequences cannot be what its author wrote. */
function isWrong(run: Sequence[], word: string, { name }: Encoding): boolean {
  const [first] = run
  if (first === undefined) return false
  const before = textBefore(word, first.start, 2)
  const rest = first.text.slice(1)
  if (name === 'macintosh') return isWrongMac(first, before, word.slice(first.start + first.text.length))
  if (run.every(({ text }) => punctuation.test(text.slice(1)))) return isWrongA(first, before)
  if (superscript.test(rest) && /\p{Lu}$/u.test(before)) return false
  // Â, Ã, Ä and Å, the first bytes of Latin letters, â, of punctuation, and ð, of emoji, are wrong even alone.
  return run.length > 1 || [0xc2, 0xc3, 0xc4, 0xc5, 0xe2, 0xf0].includes(first.lead)
}

/** Whether `Ã` or `Â` before punctuation is wrong: it is, except at the end of a word in capitals (`MANHÃ”`) and alone in quotes. */
function isWrongA({ lead }: Sequence, before: string): boolean {
  return (lead === 0xc2 || lead === 0xc3) && !/[\p{Lu}\u00a0“”„«‹‘’"']$/u.test(before)
}

/** In Mac OS Roman `√` stands for the first byte of a Latin letter, and `‚Ä` for the first two of punctuation. */
function isWrongMac({ lead, text }: Sequence, before: string, after: string): boolean {
  if (lead === 0xe2) return text.startsWith('‚Ä')
  const besides = [/\p{L}$/u.test(before), /^\p{L}/u.test(after)]
  return lead === 0xc3 && (mathematics.test(text.slice(1)) ? besides.every(Boolean) : besides.some(Boolean))
}
