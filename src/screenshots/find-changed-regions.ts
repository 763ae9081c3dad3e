import { diffArrays } from 'diff'

/** A decoded picture. */
export interface Pixels {
  width: number
  height: number
  /** One number for each pixel, row by row. */
  data: Uint32Array
}

/** A part of a picture, in pixels. */
export interface Region {
  x: number
  y: number
  width: number
  height: number
}

export interface ChangedRegions {
  before: Region[]
  after: Region[]
}

/** So many rows can differ before two pictures count as different from top to bottom; more would take long. */
const mostChanges = 4000

/** Changes that are nearer than this, in pixels, are one region. */
const gap = 8

/**
 * Finds the regions that differ between two pictures of an email. Rows of pixels are compared as lines of a text are, so that
 * what only moved down, since there is more above it, does not count.
 */
export function findChangedRegions(before: Pixels, after: Pixels): ChangedRegions {
  const numberRows = createRowNumbers()
  const runs = diffArrays(numberRows(before), numberRows(after), { maxEditLength: mostChanges })
  if (!runs) return { before: [wholeOf(before)], after: [wholeOf(after)] }
  const found: ChangedRegions = { before: [], after: [] }
  let [old, current] = [0, 0]
  for (const [index, { added, removed, value }] of runs.entries()) {
    const height = value.length
    const next = runs[index + 1]
    const previous = runs[index - 1]
    // What takes the place of as many rows differs in some columns only.
    const isSwap = removed && next?.added && next.value.length === height
    const columns = isSwap ? findColumns(before, old, after, current, height) : undefined
    if (removed) found.before.push({ x: 0, width: before.width, ...columns, y: old, height })
    if (removed && columns) found.after.push({ ...columns, y: current, height })
    const isMarked = previous?.removed && previous.value.length === height && before.width === after.width
    if (added && !isMarked) found.after.push({ x: 0, y: current, width: after.width, height })
    if (!added) old += height
    if (!removed) current += height
  }
  return { before: mergeRegions(found.before), after: mergeRegions(found.after) }
}

function wholeOf({ width, height }: Pixels): Region {
  return { x: 0, y: 0, width, height }
}

/** Creates a function that numbers the rows of pixels of pictures: equal rows have the same number. */
function createRowNumbers(): (pixels: Pixels) => number[] {
  const numbers = new Map<string, number>()
  return ({ width, height, data: { buffer, byteOffset } }) =>
    Array.from({ length: height }, (_, row) => {
      const content = Buffer.from(buffer, byteOffset + row * width * 4, width * 4).toString('latin1')
      const number = numbers.get(content) ?? numbers.size
      numbers.set(content, number)
      return number
    })
}

/** The columns in which as many rows of two pictures differ. */
function findColumns(
  before: Pixels,
  beforeRow: number,
  after: Pixels,
  afterRow: number,
  count: number,
): Pick<Region, 'x' | 'width'> | undefined {
  if (before.width !== after.width) return undefined
  const { width } = before
  let [first, last] = [width, -1]
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < width; column++) {
      const old = before.data[(beforeRow + row) * width + column]
      if (old === after.data[(afterRow + row) * width + column]) continue
      first = Math.min(first, column)
      last = Math.max(last, column)
    }
  }
  return last < first ? undefined : { x: first, width: last - first + 1 }
}

/** Joins regions that are near each other; they are sorted from top to bottom. */
function mergeRegions(regions: readonly Region[]): Region[] {
  const merged: Region[] = []
  for (const region of regions) {
    const last = merged.at(-1)
    if (!last || region.y > last.y + last.height + gap) {
      merged.push({ ...region })
      continue
    }
    const right = Math.max(last.x + last.width, region.x + region.width)
    last.x = Math.min(last.x, region.x)
    last.width = right - last.x
    last.height = region.y + region.height - last.y
  }
  return merged
}
