/**
 * Counts the frames of an image: more than one for an animated GIF, PNG or WebP. A truncated file counts as far as it can
 * be read.
 */
export function countFrames(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (toAscii(bytes, 0, 4) === 'GIF8') return countGif(view)
    if (toAscii(bytes, 1, 4) === 'PNG') return countPng(view)
    if (toAscii(bytes, 0, 4) === 'RIFF' && toAscii(bytes, 8, 12) === 'WEBP') return countWebp(view)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
  }
  return 1
}

/** GIF89a, sections 15 to 27: a screen descriptor and its palette, then blocks that start with their type. */
function countGif(view: DataView): number {
  let frames = 0
  let offset = 13 + paletteLength(view.getUint8(10))
  while (offset < view.byteLength) {
    const kind = view.getUint8(offset)
    if (kind === 0x21) offset = afterSubBlocks(view, offset + 2)
    else if (kind === 0x2c) {
      frames += 1
      if (offset + 9 >= view.byteLength) break
      offset = afterSubBlocks(view, offset + 11 + paletteLength(view.getUint8(offset + 9)))
    } else break
  }
  return frames
}

function paletteLength(flags: number): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterSubBlocks(view: DataView, start: number): number {
  let offset = start
  while (offset < view.byteLength && view.getUint8(offset) > 0) offset += 1 + view.getUint8(offset)
  return offset + 1
}

/** PNG, third edition, section 11.3.6.1: the chunk `acTL`, before the first `IDAT`, contains the number of frames. */
function countPng(view: DataView): number {
  for (let offset = 8; offset + 8 < view.byteLength; offset += 12 + view.getUint32(offset)) {
    const chunk = view.getUint32(offset + 4)
    // `acTL`
    if (chunk === 0x6163544c) return view.getUint32(offset + 8)
    // `IDAT`, or filler
    if (chunk === 0x49444154 || chunk === 0) return 1
  }
  return 1
}

/** RFC 9649, section 2.7: each frame is an `ANMF` chunk; chunks are padded to even lengths. */
function countWebp(view: DataView): number {
  let frames = 0
  let offset = 12
  while (offset + 8 <= view.byteLength) {
    const chunk = view.getUint32(offset)
    // A FourCC has four characters; zeros are filler, which would pass for millions of empty chunks.
    if (chunk < 0x20202020) break
    if (chunk === 0x414e4d46) frames += 1
    const length = view.getUint32(offset + 4, true)
    offset += 8 + length + (length % 2)
  }
  return Math.max(frames, 1)
}

function toAscii(bytes: Uint8Array, start: number, end: number): string {
  return String.fromCharCode(...bytes.subarray(start, end))
}
