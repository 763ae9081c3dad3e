import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { describe, expect, test } from 'vitest'
import { protectTags } from '../../src/merge-tags/protect-tags.ts'
import { sharedDialects } from '../../src/targets/dialects.ts'
import { resolveLiterals } from '../../src/targets/resolve-literals.ts'
import { printTree } from '../../src/text/print-tree.ts'
import { tidy } from '../../src/text/tidy.ts'
import { displayWidth } from '../../src/typeset/display-width.ts'

const here = import.meta.dirname
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory())

describe.each(cases)('$name', ({ name }) => {
  const folder = join(here, name)
  const { text, restore } = protectTags(readFileSync(join(folder, 'input.md'), 'utf8'), {
    dialects: sharedDialects,
    literals: resolveLiterals({}),
  })
  const hidden = tidy(printTree(parser.parse(text)))
  const printed = restore(hidden)

  test('reads as expected', () => {
    const expected = join(folder, 'expected.txt')
    if (process.env.UPDATE) writeFileSync(expected, printed)
    expect(printed).toBe(readFileSync(expected, 'utf8'))
  })

  test('keeps to 72 columns, but for URLs, code, merge tags and what has no spaces', () => {
    const tooLong = hidden.split('\n').filter((line) => displayWidth(line) > 72 && /\S\s\S/.test(line))
    expect(tooLong.filter((line) => !/:\/\/|^ {4}|[\uE000-\uF8FF]/.test(line))).toEqual([])
  })

  test('has no signature line, no spaces at line ends, and one newline at its end', () => {
    expect(printed).not.toMatch(/^--\s*$/m)
    expect(printed).not.toMatch(/[ \t]$/m)
    expect(printed).toMatch(/(?:^|[^\n])\n$/)
  })
})
