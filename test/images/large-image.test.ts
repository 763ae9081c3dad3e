/** Files that are far too large, or that a parser could spend long on, are refused without being read or parsed to their end. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readImage } from '../../src/files/read-image.ts'
import { countFrames } from '../../src/images/count-frames.ts'
import { maxImageBytes, parseWholeImage } from '../../src/images/parse-whole-image.ts'

const parse = (bytes: Uint8Array) => parseWholeImage(bytes, 'photo', 'issues/photo')

test('a file of more than 50 MB is not read', () => {
  const root = mkdtempSync(join(tmpdir(), 'issuepress images '))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  writeFileSync(join(root, 'photo.png'), '')
  truncateSync(join(root, 'photo.png'), 100_000_000)
  expect(readImage(root, 'photo.png')).toEqual({ problem: 'large', length: 100_000_000 })
  truncateSync(join(root, 'photo.png'), maxImageBytes)
  expect(readImage(root, 'photo.png')).toHaveProperty('bytes')
})

test('nor parsed where it comes from elsewhere', () => {
  expect(parse(new Uint8Array(60_000_000))).toMatchObject({
    reason: 'Unexpected 60 MB of the image `photo`, expected at most 50 MB',
  })
})

const ascii = (text: string) => Buffer.from(text, 'latin1')
const fill = (head: string, length: number, pattern: number[]) =>
  Buffer.concat([ascii(head), Buffer.alloc(length, Buffer.from(pattern))])

test.each([
  ['a PNG of empty chunks', fill('\x89PNG\r\n\x1a\n', 10_000_000, [0])],
  ['a JPEG of empty segments', fill('\xff\xd8', 10_000_000, [0xff, 0xe1, 0, 2])],
  ['a JPEG of padding', fill('\xff\xd8', 10_000_000, [0xff])],
  ['a GIF of empty comments', fill('GIF89a\n\0\n\0\0\0\0', 10_000_000, [0x21, 0xfe, 0])],
])('%s ends before its picture does', (_, bytes) => {
  expect(parse(bytes)).toMatchObject({
    reason: 'Cannot read the image `photo`, expected a whole file',
  })
})

test('a WebP of filler has one frame', () => {
  expect(countFrames(fill('RIFF\x14\0\0\0WEBPVP8X', 10_000_000, [0]))).toBe(1)
})
