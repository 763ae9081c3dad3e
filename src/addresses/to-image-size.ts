import { imageSize } from 'image-size'

export interface ImageSize {
  /** In the file's own pixels, as shown: a photograph on its side is turned upright. */
  width: number
  height: number
}

/**
 * The size of a picture from its bytes.
 * @returns nothing when the bytes are no picture of a known format
 */
export function toImageSize(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, orientation } = imageSize(bytes)
    if (!width || !height) return undefined
    // Exif orientations 5 to 8 are turned by a quarter (Exif 2.32, tag 0x0112).
    return orientation !== undefined && orientation >= 5
      ? { width: height, height: width }
      : { width, height }
  } catch {
    return undefined
  }
}
