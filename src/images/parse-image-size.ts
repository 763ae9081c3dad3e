import { imageSize } from 'image-size'

export interface ImageSize {
  /** In the file's own pixels, as shown: a photograph on its side is turned upright. */
  width: number
  height: number
  /** The format by the bytes, as a file's extension: `png`. */
  type: string
}

/** What browsers and mail clients show, the newer ones not all of them. */
const formats = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'svg', 'bmp'])

/**
 * The size of a picture from its bytes.
 * @returns nothing when the bytes are no picture of a known format
 */
export function parseImageSize(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, orientation, type } = imageSize(bytes)
    if (!width || !height || !type || !formats.has(type)) return undefined
    // Exif orientations 5 to 8 are turned by a quarter (Exif 2.32, tag 0x0112).
    return orientation !== undefined && orientation >= 5
      ? { width: height, height: width, type }
      : { width, height, type }
  } catch {
    return undefined
  }
}
