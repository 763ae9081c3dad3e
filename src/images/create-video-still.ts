import { convertIndexedToRgb, type DecodedPng, decode as decodePng, encode as encodePng } from 'fast-png'
import { imageSize } from 'image-size'
import jpeg from 'jpeg-js'
import { memoize } from '../hast/memoize.ts'
import { drawPlayMark } from './draw-play-mark.ts'
import { orientPixels, type Pixels } from './pixels.ts'

/** A copy of a picture with the mark of a video, or why there is none. */
export type VideoStill = { type: 'png' | 'jpg'; bytes: Uint8Array } | { problem: 'format' | 'damaged' }

/** The quality of a JPEG, 1 to 100: as that of stills on the web. */
const quality = 85

/**
 * Draws the mark of a video into a copy of a PNG or JPEG, since mail clients show no layers above a picture. The same bytes give
 * the same copy, which is drawn once.
 * @param bytes the file's content
 */
export const createVideoStill = memoize((bytes: Uint8Array): VideoStill => {
  const { type, orientation = 1 } = imageSize(bytes)
  if (type !== 'png' && type !== 'jpg') return { problem: 'format' }
  try {
    if (type === 'png') {
      const pixels = decodeToRgba(bytes)
      drawPlayMark(pixels)
      return { type, bytes: encodePng({ ...pixels, channels: 4 }) }
    }
    const pixels = orientPixels(jpeg.decode(bytes, { useTArray: true }), orientation)
    drawPlayMark(pixels)
    return { type, bytes: jpeg.encode(pixels, quality).data }
  } catch {
    return { problem: 'damaged' }
  }
})

function decodeToRgba(bytes: Uint8Array): Pixels {
  const png = decodePng(bytes)
  const { width, height } = png
  const channels = png.palette ? (png.palette[0]?.length ?? 3) : png.channels
  const samples = readSamples(png)
  const data = new Uint8Array(width * height * 4)
  for (let pixel = 0; pixel < width * height; pixel++) {
    const at = pixel * channels
    const isGrey = channels < 3
    const [red = 0, green = 0, blue = 0] = isGrey ? Array(3).fill(samples[at]) : samples.subarray(at, at + 3)
    const alpha = channels % 2 === 0 ? (samples[at + channels - 1] ?? 255) : 255
    data.set([red, green, blue, alpha], pixel * 4)
  }
  return { width, height, data }
}

/** The samples of all channels with eight bits each. */
function readSamples(png: DecodedPng): Uint8Array | Uint8ClampedArray {
  if (png.palette) return convertIndexedToRgb(png)
  const { data, depth } = png
  if (data instanceof Uint16Array) return Uint8Array.from(data, (value) => value >> 8)
  if (depth === 8) return data
  return unpackBits(png, depth)
}

/** PNG, third edition, section 7.2: grey of less than eight bits is packed, and each row begins with a byte of its own. */
function unpackBits({ width, height, data }: DecodedPng, depth: number): Uint8Array {
  const rowLength = Math.ceil((width * depth) / 8)
  const max = 2 ** depth - 1
  const samples = new Uint8Array(width * height)
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const bit = x * depth
      const byte = data[y * rowLength + (bit >> 3)] ?? 0
      samples[y * width + x] = (((byte >> (8 - depth - (bit & 7))) & max) * 255) / max
    }
  return samples
}
