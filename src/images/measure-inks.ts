import type { ImageCopy } from '../types.ts'

/** The colours of a picture with transparency: how many of its pixels have each, and how many of these are at an edge. */
export interface InkColour {
  rgb: [number, number, number]
  pixels: number
  /** Next to a transparent pixel: these show the shape of a letter or a line. */
  edge: number
}

/** A larger picture is a photo, and would take long; in pixels. */
const mostPixels = 4_000_000

/** As many pictures as an archive has logos; a new one takes the place of the oldest. */
const mostKnown = 500

/** By the name of the copy, which contains a hash of its content. */
const known = new Map<string, InkColour[]>()

/** The colours of a picture that `measureInks` has measured; none for one without transparency. */
export function getInk({ output }: ImageCopy): InkColour[] {
  return known.get(output) ?? []
}

/**
 * Measures the PNGs with transparency, each content once. Other formats are not measured: JPEG has no transparency, and
 * those of GIF, WebP and SVG would each take a decoder.
 */
export async function measureInks(copies: readonly ImageCopy[]): Promise<void> {
  const unknown = copies.filter(({ output, bytes }) => !known.has(output) && isTransparentPng(bytes))
  if (unknown.length === 0) return
  const { PNG } = await import('pngjs')
  for (const { output, bytes } of unknown) {
    const [oldest] = known.keys()
    if (known.size >= mostKnown && oldest !== undefined) known.delete(oldest)
    try {
      const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
      known.set(output, measure(width, height, data))
    } catch {
      // A damaged picture is reported where it is read.
      known.set(output, [])
    }
  }
}

/** By the colour type of the header, or a chunk of transparent colours before the pixels (PNG, sections 11.2.1 and 11.3.1). */
function isTransparentPng(bytes: Uint8Array): boolean {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (buffer.length < 33 || buffer.readUInt32BE(0) !== 0x89504e47) return false
  if (buffer.readUInt32BE(16) * buffer.readUInt32BE(20) > mostPixels) return false
  if (buffer[25] === 4 || buffer[25] === 6) return true
  const start = buffer.indexOf('IDAT', 33, 'latin1')
  const chunk = buffer.indexOf('tRNS', 33, 'latin1')
  return chunk !== -1 && chunk < start
}

function measure(width: number, height: number, data: Uint8Array): InkColour[] {
  const isOpaque = (x: number, y: number) => (data[(y * width + x) * 4 + 3] ?? 0) >= 128
  const isClear = (x: number, y: number) => x >= 0 && y >= 0 && x < width && y < height && !isOpaque(x, y)
  const colours = new Map<number, InkColour>()
  let clear = 0
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if (!isOpaque(x, y)) {
        clear += 1
        continue
      }
      const isEdge = isClear(x - 1, y) || isClear(x + 1, y) || isClear(x, y - 1) || isClear(x, y + 1)
      count(colours, data, (y * width + x) * 4, isEdge)
    }
  }
  return clear === 0 ? [] : [...colours.values()]
}

/** Colours that differ by less than 8 of 256 count as one. */
function count(colours: Map<number, InkColour>, data: Uint8Array, at: number, isEdge: boolean): void {
  const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3)
  const key = ((red >> 3) << 10) | ((green >> 3) << 5) | (blue >> 3)
  const colour = colours.get(key) ?? { rgb: [red, green, blue], pixels: 0, edge: 0 }
  colours.set(key, colour)
  colour.pixels += 1
  if (isEdge) colour.edge += 1
}
