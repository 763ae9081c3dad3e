import { crc32 } from 'node:zlib'
import type { Rgb } from '../css/contrast.ts'

/** The bytes of a PNG before its first chunk, and those of a chunk besides its data (PNG, section 5). */
const signatureLength = 8
const frameLength = 12

/**
 * Replaces one colour of a PNG with a palette by another one, together with its mixtures with white.
 * @param bytes a PNG whose palette has nothing but such mixtures
 * @param from the colour in the picture
 * @param to the colour instead of it
 * @returns a copy
 */
export function recolourPng(bytes: Uint8Array, from: Rgb, to: Rgb): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const view = new DataView(copy.buffer)
  for (let at = signatureLength; at < copy.length; ) {
    const length = view.getUint32(at)
    const start = at + 8
    const end = start + length
    if (String.fromCharCode(...copy.subarray(at + 4, start)) === 'PLTE') {
      for (let entry = start; entry < end; entry += 3)
        copy.set(mixColour(copy.subarray(entry, entry + 3), from, to), entry)
      view.setUint32(end, crc32(copy.subarray(at + 4, end)))
    }
    at += length + frameLength
  }
  return copy
}

/** A mixture with as much white as the given one has. */
function mixColour(mixture: Uint8Array, from: Rgb, to: Rgb): number[] {
  const shares = from.map((channel, index) => ((mixture[index] ?? 0) - channel) / (255 - channel))
  const share = Math.min(1, Math.max(0, shares.reduce((total, each) => total + each, 0) / shares.length))
  return to.map((channel) => Math.round(channel + (255 - channel) * share))
}
