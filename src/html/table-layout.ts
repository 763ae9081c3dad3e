import type { Element } from 'hast'

/** What a column needs, in CSS pixels at a font size of 15 pixels and without padding. */
export interface Column {
  /** The width of its longest word that stays whole. */
  word: number
  /** The width that its longest word that may be broken should have on a phone; 0 without one. */
  longWord: number
  /** The width of its longest line, or of what is enough of a long one. */
  line: number
}

/** The space between two columns, in CSS pixels: two paddings of a cell. */
const gap = 24
/** The same, and the font size as a share of the usual one, on phones and in crowded tables, where the style sheet reduces them. */
const smallGap = 12
const phoneType = 14 / 15
const crowdedType = 13 / 15
/** The share of the width that words may fill by these estimates: headers are no smaller than elsewhere, and fonts differ. */
const fullest = 0.95

/** The width of the text on phones of 320 and of 375 CSS pixels. */
const smallPhone = 280
const phone = 335

/**
 * The classes of a table by where its words fit without being broken:
 * - `fits`: everywhere, also where style sheets are ignored
 * - `whole`: on a wide screen, where style sheets are read; the next two say what happens on phones
 * - `slim`: not on phones narrower than 375 pixels
 * - `rows`: on no phone
 * - `crowded`: on a wide screen only in smaller type
 * - `records`: nowhere
 * @param options.wide the width of the table on a wide screen, in CSS pixels
 * @param options.inset how much narrower than the text the table is on a phone, in CSS pixels
 * @param options.isRegular whether each cell is in one column, without which a row cannot become a record
 */
export function classifyTable(
  columns: readonly Column[],
  { wide, inset, isRegular }: { wide: number; inset: number; isRegular: boolean },
): string[] {
  const words = columns.reduce((sum, { word }) => sum + word, 0)
  const gaps = Math.max(0, columns.length - 1)
  const usual = words + gaps * gap
  const crowded = words * crowdedType + gaps * smallGap
  const phoneWords = columns.reduce((sum, { word, longWord }) => sum + Math.max(word, longWord), 0)
  const onPhone = phoneWords * phoneType + gaps * smallGap
  const usualOnPhone = phoneWords + gaps * gap
  if (usual <= wide * fullest && usualOnPhone <= (smallPhone - inset) * fullest) return ['fits']
  if (isRegular && crowded > wide * fullest) return ['crowded', 'records']
  const isCrowded = isRegular && usual > wide ? ['crowded'] : []
  if (onPhone <= (smallPhone - inset) * fullest) return ['whole', ...isCrowded]
  if (!isRegular) return []
  if (isCrowded.length > 0) return ['whole', 'crowded', 'rows']
  return ['whole', onPhone <= (phone - inset) * fullest ? 'slim' : 'rows']
}

/** How much wider than estimated a column is for a font that is wider. */
const slack = 1.15

/**
 * Gives columns their widths, in percent, unless the author has given one. Where not all text fits on one line, each column has the
 * width of its longest word, and of the rest the more, the longer its lines are.
 * @param cells the cells of the first row
 * @param options.wide the width of the table on a wide screen, in CSS pixels
 * @param options.isCrowded whether the table has smaller type
 */
export function addColumnWidths(
  cells: readonly Element[],
  columns: readonly Column[],
  { wide, isCrowded }: { wide: number; isCrowded: boolean },
): void {
  if (columns.length < 2 || cells.length !== columns.length) return
  if (cells.some(({ properties }) => properties.width !== undefined)) return
  const between = isCrowded ? smallGap : gap
  const scale = isCrowded ? crowdedType : slack
  const paddings = columns.map((_, index) => (isAtEdge(index, columns) ? between / 2 : between))
  const words = columns.map(({ word }, index) => word * scale + (paddings[index] ?? 0))
  const lines = columns.map(({ line }, index) => line * scale + (paddings[index] ?? 0))
  const rest = wide - sum(words)
  const wanted = sum(lines) - sum(words)
  const share = Math.min(1, Math.max(0, wanted === 0 ? 0 : rest / wanted))
  const widths = words.map((word, index) => word + ((lines[index] ?? word) - word) * share)
  const total = sum(widths)
  for (const [index, cell] of cells.entries())
    cell.properties.width = `${Math.max(1, Math.round(((widths[index] ?? 0) / total) * 100))}%`
}

function isAtEdge(index: number, columns: readonly Column[]): boolean {
  return index === 0 || index === columns.length - 1
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
