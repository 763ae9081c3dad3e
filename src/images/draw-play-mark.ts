import type { Pixels } from './pixels.ts'

/** The circle's radius as a share of the picture's shorter side. */
const share = 0.16
/** Points of each pixel that are looked at, in a row and in a column, for smooth edges. */
const samples = 4

/**
 * Draws the mark of a video into a picture, in place: a white triangle on a dark circle with a white edge, so that it can be seen
 * on any picture.
 */
export function drawPlayMark({ width, height, data }: Pixels): void {
  const radius = Math.min(width, height) * share
  const [centreX, centreY] = [width / 2, height / 2]
  const start = { x: Math.floor(centreX - radius), y: Math.floor(centreY - radius) }
  for (let y = Math.max(start.y, 0); y < Math.min(centreY + radius, height); y++)
    for (let x = Math.max(start.x, 0); x < Math.min(centreX + radius, width); x++) {
      const { dark, white } = measureCover((x - centreX) / radius, (y - centreY) / radius, 1 / radius)
      blend(data, (y * width + x) * 4, 0, dark * 0.65)
      blend(data, (y * width + x) * 4, 255, white)
    }
}

/** How much of a pixel the two colours cover, 0 to 1; the circle's radius is 1. */
function measureCover(left: number, top: number, size: number): { dark: number; white: number } {
  let dark = 0
  let white = 0
  for (let row = 0; row < samples; row++)
    for (let column = 0; column < samples; column++) {
      const x = left + ((column + 0.5) / samples) * size
      const y = top + ((row + 0.5) / samples) * size
      const distance = Math.hypot(x, y)
      if (distance > 1) continue
      if (distance > 0.93 || isInTriangle(x, y)) white++
      else dark++
    }
  return { dark: dark / samples ** 2, white: white / samples ** 2 }
}

/** It points to the right; its centre of mass is the circle's centre. */
function isInTriangle(x: number, y: number): boolean {
  return x >= -0.26 && Math.abs(y) <= (0.52 - x) * 0.58
}

function blend(data: Uint8Array, offset: number, colour: number, cover: number): void {
  if (cover === 0) return
  for (let channel = 0; channel < 4; channel++) {
    const target = channel === 3 ? 255 : colour
    const value = data[offset + channel] ?? 0
    data[offset + channel] = Math.round(value + (target - value) * cover)
  }
}
