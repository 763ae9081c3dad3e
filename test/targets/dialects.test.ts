import { expect, test } from 'vitest'
import type { Dialect } from '../../src/merge-tags/dialect.ts'
import { createTagPattern, escapePattern } from '../../src/merge-tags/tag-pattern.ts'
import * as exported from '../../src/targets/dialects.ts'

const dialects = Object.entries(exported).filter(
  (entry): entry is [string, Dialect] => typeof entry[1] === 'object' && 'open' in entry[1],
)

test.each(dialects)(
  'the tags of %s begin as its `open`, as it says',
  (_, { open, tags = [], beginsAsOpen }) => {
    expect(beginsAsOpen ?? false).toBe(tags.length > 0)
    for (const { source } of tags) {
      // What is before the first character: a look behind for one character, or a look ahead for this one.
      const rest = source.replace(/^\(\?<!\\?.\)|^\(\?=/, '')
      expect(rest.startsWith(escapePattern(open.charAt(0)))).toBe(true)
    }
  },
)

test('tags of a dialect that does not say so are found wherever they begin', () => {
  const own: Dialect = { open: '<<', close: '>>', tags: [/!?<<\w+>>/] }
  const known: Dialect = { open: '{{', close: '}}' }
  expect('a !<<b>> {{ c }}'.match(createTagPattern([own, known]))).toEqual(['!<<b>>', '{{ c }}'])
})
