import { imageSize } from 'image-size'

export interface ImageSize {
  /** In pixels of the file, after the rotation in its Exif data. */
  width: number
  height: number
  /** The format of the content, as a file extension: `png`. */
  type: string
}

/** The formats that browsers show; not all mail clients show the newer ones. */
const formats = new Set(['png', 'jpg', 'gif', 'webp', 'avif', 'svg', 'bmp'])

/**
 * Parses the size of an image.
 * @param bytes the file's content
 * @returns `undefined` if the bytes are not an image in a known format
 */
export function parseImageSize(bytes: Uint8Array): ImageSize | undefined {
  try {
    const { width, height, orientation, type } = imageSize(bytes)
    if (!width || !height || !type || !formats.has(type)) return undefined
    // Exif orientations 5 to 8 are rotated by 90° (Exif 2.32, tag 0x0112).
    return orientation !== undefined && orientation >= 5
      ? { width: height, height: width, type }
      : { width, height, type }
  } catch {
    return undefined
  }
}
