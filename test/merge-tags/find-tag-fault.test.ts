/** What engines make of the strings in a tag: `computed.txt` has tags that would be markup, `harmless.txt` those that are not. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findFaultyTags } from '../../src/merge-tags/find-faulty-tags.ts'
import { sharedDialects } from '../../src/targets/dialects.ts'

const readLines = (name: string) =>
  readFileSync(join(import.meta.dirname, name), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

test.each(readLines('computed.txt'))('is reported: %s', (line) => {
  expect(findFaultyTags(line, sharedDialects)).not.toEqual([])
})

test.each(readLines('harmless.txt'))('goes out as it is: %s', (line) => {
  expect(findFaultyTags(line, sharedDialects)).toEqual([])
})
