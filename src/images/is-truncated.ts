/**
 * Whether a PNG or a JPEG ends before its picture does, as after a broken download. What follows the picture's end does
 * not matter; other formats are not looked into.
 */
export function isTruncated(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.byteLength > 8 && view.getUint32(0) === 0x89504e47) return isTruncatedPng(view)
  if (view.byteLength > 2 && view.getUint16(0) === 0xffd8) return !hasEndOfImage(view)
  return false
}

/** PNG, third edition, section 5.3: a length, a type, the data and a checksum; `IEND` is the last chunk. */
function isTruncatedPng(view: DataView): boolean {
  let offset = 8
  while (offset + 12 <= view.byteLength) {
    if (view.getUint32(offset + 4) === 0x49454e44) return false
    offset += 12 + view.getUint32(offset)
  }
  return true
}

/**
 * ITU-T T.81, section B.1.1: segments with a length, until a scan. In the data of a scan a 0xFF is followed by 0 or by a
 * restart marker. A picture in a segment (a thumbnail in Exif data) has an end of its own, which is passed over.
 */
function hasEndOfImage(view: DataView): boolean {
  let offset = 2
  while (offset + 1 < view.byteLength) {
    const marker = view.getUint8(offset + 1)
    if (view.getUint8(offset) !== 0xff || marker === 0xff || marker === 0 || isRestart(marker)) offset += 1
    else if (marker === 0xd9) return true
    else offset += offset + 4 <= view.byteLength ? 2 + view.getUint16(offset + 2) : 2
  }
  return false
}

function isRestart(marker: number): boolean {
  return marker >= 0xd0 && marker <= 0xd7
}
