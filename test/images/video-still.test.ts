import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decode as decodePng, encode as encodePng } from 'fast-png'
import jpeg from 'jpeg-js'
import { expect, test } from 'vitest'
import { createVideoStill } from '../../src/images/create-video-still.ts'
import { orientPixels } from '../../src/images/pixels.ts'

const read = (name: string) => readFileSync(join(import.meta.dirname, name))

/** The colour of one pixel of a PNG that has the mark. */
function colourAt(bytes: Uint8Array, x: number, y: number): number[] {
  const still = createVideoStill(bytes)
  if ('problem' in still) throw new Error(still.problem)
  const { data, width, channels } = decodePng(still.bytes)
  return [...data.slice((y * width + x) * channels, (y * width + x + 1) * channels)]
}

const samples = (size: number, value: number[]) =>
  Array.from({ length: 100 * 60 }, () => value.slice(0, size)).flat()

test.each([
  ['grey', Uint8Array.from(samples(1, [200])), 1, 8, [200, 200, 200, 255]],
  ['grey and alpha', Uint8Array.from(samples(2, [200, 90])), 2, 8, [200, 200, 200, 90]],
  ['red, green, blue', Uint8Array.from(samples(3, [10, 20, 30])), 3, 8, [10, 20, 30, 255]],
  ['all four', Uint8Array.from(samples(4, [10, 20, 30, 40])), 4, 8, [10, 20, 30, 40]],
  ['sixteen bits', Uint16Array.from(samples(3, [2560, 5120, 7680])), 3, 16, [10, 20, 30, 255]],
] as const)(
  'a PNG of %s has the mark in the middle and is otherwise as it was',
  (_, data, channels, depth, corner) => {
    const png = encodePng({ width: 100, height: 60, data, channels, depth })
    expect(colourAt(png, 0, 0)).toEqual(corner)
    expect(colourAt(png, 50, 30)).toEqual([255, 255, 255, 255])
  },
)

test('a PNG of one bit for each pixel keeps its black and white', () => {
  const png = read('two-colours.png')
  expect([png[24], png[25]]).toEqual([1, 0])
  expect(colourAt(png, 0, 0)).toEqual([0, 0, 0, 255])
  expect(colourAt(png, 99, 0)).toEqual([255, 255, 255, 255])
})

test.each(['baseline.jpg', 'progressive.jpg'])('%s stays a JPEG of its size', (name) => {
  const still = createVideoStill(read(name))
  if ('problem' in still) throw new Error(still.problem)
  const { width, height } = jpeg.decode(still.bytes)
  expect({ type: still.type, width, height }).toEqual({ type: 'jpg', width: 24, height: 16 })
})

test('what is no PNG or JPEG, or is damaged, is told apart', () => {
  const gif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64')
  expect(createVideoStill(gif)).toEqual({ problem: 'format' })
  const png = Buffer.from(read('plain.png'))
  png.fill(0xff, 41)
  expect(createVideoStill(png)).toEqual({ problem: 'damaged' })
})

test.each([
  [1, 'abc def'],
  [2, 'cba fed'],
  [3, 'fed cba'],
  [4, 'def abc'],
  [5, 'ad be cf'],
  [6, 'da eb fc'],
  [7, 'fc eb da'],
  [8, 'cf be ad'],
])('a picture of orientation %i is turned upright', (orientation, expected) => {
  // Two rows of three: `abc` above `def`.
  const data = new Uint8Array(24)
  for (const [index, value] of [...'abcdef'].entries()) data[index * 4] = value.charCodeAt(0)
  const turned = orientPixels({ width: 3, height: 2, data }, orientation)
  const text = Array.from({ length: 6 }, (_, index) => String.fromCharCode(turned.data[index * 4] ?? 0)).join(
    '',
  )
  const rows = Array.from({ length: turned.height }, (_, row) =>
    text.slice(row * turned.width, (row + 1) * turned.width),
  )
  expect(rows.join(' ')).toBe(expected)
})
