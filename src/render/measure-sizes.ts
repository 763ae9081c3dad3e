import type { Rendered } from './render.ts'

export interface EmailSizes {
  html: number
  text: number
  /** All images together. */
  images: number
}

/** The sizes of an email's parts, in bytes of UTF-8. */
export function measureSizes({ email, images }: Rendered): EmailSizes {
  return {
    html: Buffer.byteLength(email.html),
    text: Buffer.byteLength(email.text),
    images: images.reduce((sum, image) => sum + image.bytes.length, 0),
  }
}
