import type { VFile } from 'vfile'
import { type Location, location } from 'vfile-location'

const indexes = new WeakMap<VFile, { value: VFile['value']; points: Location }>()

/**
 * Converts between the offsets of a file and its lines and columns. The index of the lines is created once for each text of
 * a file: an index for each of many messages would make their time quadratic.
 * @param file the file, with its text as it is now
 */
export function createPoints(file: VFile): Location {
  const known = indexes.get(file)
  if (known && known.value === file.value) return known.points
  const points = location(file)
  indexes.set(file, { value: file.value, points })
  return points
}
