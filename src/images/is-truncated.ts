/**
 * Whether a PNG, JPEG or GIF ends before its picture does, as after a broken download, or has none at all. What follows the
 * picture's end does not matter; other formats are not looked into.
 */
export function isTruncated(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength >= 8 && view.getUint32(0) === 0x89504e47) return isTruncatedPng(view)
  if (view.byteLength > 2 && view.getUint16(0) === 0xffd8) return !hasEndOfImage(bytes)
  if (view.byteLength > 6 && view.getUint32(0) === 0x47494638) return isTruncatedGif(bytes)
  return false
}

/** More chunks or segments than any picture has: text that passes for many empty ones ends there. */
const maxParts = 100_000

/** PNG, third edition, section 5.3: a length, a type, the data and a checksum; `IDAT` has the picture, `IEND` is the last. */
function isTruncatedPng(view: DataView): boolean {
  let hasData = false
  let offset = 8
  for (let count = 0; offset + 12 <= view.byteLength && count < maxParts; count++) {
    const type = view.getUint32(offset + 4)
    if (type === 0x49444154) hasData = true
    if (type === 0x49454e44) return !hasData
    offset += 12 + view.getUint32(offset)
  }
  return true
}

/**
 * ITU-T T.81, section B.1.1: segments with a length, until a scan. In the data of a scan a 0xFF is followed by 0 or by a
 * restart marker. A picture in a segment (a thumbnail in Exif data) has an end of its own, which is passed over.
 */
function hasEndOfImage(bytes: Uint8Array): boolean {
  let offset = 2
  let segments = 0
  while (segments < maxParts) {
    offset = bytes.indexOf(0xff, offset)
    const marker = offset === -1 ? undefined : bytes[offset + 1]
    if (marker === undefined) return false
    if (marker === 0xff || marker === 0 || isRestart(marker)) offset += 1
    else if (marker === 0xd9) return true
    else {
      const length = ((bytes[offset + 2] ?? 0) << 8) | (bytes[offset + 3] ?? 0)
      offset += 2 + length
      segments += 1
    }
  }
  return false
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}

/** GIF89a, sections 18 to 27: extensions, then the first frame with its data in sub-blocks, the last of which is empty. */
function isTruncatedGif(bytes: Uint8Array): boolean {
  let offset = 13 + colourTableLength(bytes[10])
  for (let count = 0; count < maxParts; count++) {
    if (bytes[offset] === 0x21) offset = afterSubBlocks(bytes, offset + 2)
    else if (bytes[offset] === 0x2c)
      return afterSubBlocks(bytes, offset + 11 + colourTableLength(bytes[offset + 9])) > bytes.length
    else return true
  }
  return true
}

function colourTableLength(flags = 0): number {
  return flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0
}

function afterSubBlocks(bytes: Uint8Array, start: number): number {
  let offset = start
  for (let length = bytes[offset]; length !== 0; length = bytes[offset]) {
    if (length === undefined) return Number.POSITIVE_INFINITY
    offset += 1 + length
  }
  return offset + 1
}
