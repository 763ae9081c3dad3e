import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { isTruncated } from '../../src/images/is-truncated.ts'

const read = (name: string) => new Uint8Array(readFileSync(new URL(name, import.meta.url)))

test.each(['baseline.jpg', 'progressive.jpg', 'plain.png'])('%s', (name) => {
  const whole = read(name)
  const trailing = new Uint8Array([...whole, 0, 0xff, 0xd8, 1, 2])
  expect([isTruncated(whole), isTruncated(trailing)]).toEqual([false, false])
  const lengths = [0.3, 0.5, 0.7, 0.9].map((part) => Math.floor(whole.length * part))
  for (const length of [...lengths, whole.length - 1])
    expect(isTruncated(whole.subarray(0, length))).toBe(true)
})

test('a JPEG with a whole thumbnail in its Exif data that is cut off behind it', () => {
  const whole = read('baseline.jpg')
  const thumbnail = [0xff, 0xe1, 0, 6, 0xff, 0xd8, 0xff, 0xd9]
  const bytes = new Uint8Array([...whole.subarray(0, 2), ...thumbnail, ...whole.subarray(2)])
  expect(isTruncated(bytes)).toBe(false)
  expect(isTruncated(bytes.subarray(0, bytes.length - 20))).toBe(true)
})

test('other formats, and no bytes', () => {
  for (const text of ['', 'GIF89a', '<svg/>']) expect(isTruncated(Buffer.from(text))).toBe(false)
})
