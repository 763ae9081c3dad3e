/** A decoded picture: four bytes for each pixel, red, green, blue and alpha, row by row. */
export interface Pixels {
  width: number
  height: number
  data: Uint8Array
}

/**
 * Rotates and mirrors a picture as its Exif data asks for.
 * @param orientation Exif 2.32, tag 0x0112: 1 to 8
 */
export function orientPixels(pixels: Pixels, orientation: number): Pixels {
  if (orientation < 2 || orientation > 8) return pixels
  const isTurned = orientation >= 5
  const width = isTurned ? pixels.height : pixels.width
  const height = isTurned ? pixels.width : pixels.height
  const data = new Uint8Array(pixels.data.length)
  const mirrorsX = [2, 3, 7, 8].includes(orientation)
  const mirrorsY = [3, 4, 6, 7].includes(orientation)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [across, down] = isTurned ? [y, x] : [x, y]
      const fromX = mirrorsX ? pixels.width - 1 - across : across
      const fromY = mirrorsY ? pixels.height - 1 - down : down
      const from = (fromY * pixels.width + fromX) * 4
      data.set(pixels.data.subarray(from, from + 4), (y * width + x) * 4)
    }
  return { width, height, data }
}
