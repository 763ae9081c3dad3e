/** Files of any size, of which no more than a part is in memory at a time. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { expect, onTestFinished, test } from 'vitest'
import { readChunks, readLines, readText } from '../../src/files/read-input.ts'

function write(bytes: string | Uint8Array): string {
  const folder = mkdtempSync(join(tmpdir(), 'issuepress input-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  writeFileSync(join(folder, 'input'), bytes)
  return join(folder, 'input')
}

async function collect<Part>(parts: AsyncIterable<Part>): Promise<Part[]> {
  const list: Part[] = []
  for await (const part of parts) list.push(part)
  return list
}

test('a compressed file is unpacked up to a limit, and one that is not may have any size', async () => {
  const bytes = Buffer.alloc(100_000, 'x')
  const unpack = async (path: string, unpacked: number) =>
    Buffer.concat(await collect(readChunks(path, 'votes.gz', { unpacked }))).equals(bytes)
  expect(await unpack(write(gzipSync(bytes)), 100_000)).toBe(true)
  expect(await unpack(write(bytes), 1000)).toBe(true)
  await expect(unpack(write(gzipSync(bytes)), 99_999)).rejects.toThrow(
    'Cannot read `votes.gz`: it unpacks to more than 99999 bytes\nIf that is what you expect, unpack it with `gunzip` and name the unpacked file, which may have any size.',
  )
})

test('the limit is that of texts and lines too', async () => {
  const path = write(gzipSync('vote\n'.repeat(100_000)))
  await expect(collect(readText(path, 'a.gz', { unpacked: 1000 }))).rejects.toThrow('more than 1000 bytes')
  await expect(collect(readLines(path, 'a.gz', { unpacked: 1000 }))).rejects.toThrow('more than 1000 bytes')
})

test('a line over the limit is one line, of which nothing is read', async () => {
  const read = (text: string) => collect(readLines(write(text), 'a.log', { line: 10 }))
  const long = 'x'.repeat(200_000)
  expect(await read(`one\r\n${long}\ntwo\n${long}`)).toEqual(['one', undefined, 'two', undefined])
  expect(await read('0123456789\n0123456789a\n')).toEqual(['0123456789', undefined])
})

test('a text is decoded across its parts, and its first wrong byte is located', async () => {
  const text = `a${'\u{1F5F3}é\n'.repeat(60_000)}\uFEFFb`
  expect((await collect(readText(write(text), 'a.csv'))).join('')).toBe(text)
  const [start, end] = [Buffer.from(text), Buffer.from('b\n')]
  const wrong = write(Buffer.concat([start, Buffer.from([0xff, 0xfe]), end]))
  await expect(collect(readText(wrong, 'a.csv'))).rejects.toThrow(
    `Cannot read \`a.csv\`: byte ${start.length + 1}, in line 60001, is not UTF-8, expected UTF-8`,
  )
  const cut = write(Buffer.concat([start, Buffer.from([0xf0, 0x9f])]))
  await expect(collect(readText(cut, 'a.csv'))).rejects.toThrow(`byte ${start.length + 1}, in line 60001,`)
})
