/**
 * A folder a case: `input.md`, plain Markdown, and its plaintext `expected.txt`. `npm run case -- text/NAME` runs one;
 * with `UPDATE=1` it rewrites the file.
 */
import { readFileSync } from 'node:fs'
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
import { expectFiles } from '../support/expect-files.ts'
import { listCases } from '../support/list-cases.ts'

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).freeze()

/** The plaintext, and the same with its merge tags as tokens. */
function print(folder: string): { printed: string; withTokens: string } {
  const markdown = readFileSync(join(folder, 'input.md'), 'utf8')
  const { text, restore } = protectTags(markdown, { dialects: sharedDialects, literals: resolveLiterals({}) })
  const withTokens = tidy(printTree(parser.parse(text)))
  return { printed: restore(withTokens), withTokens }
}

describe.each(listCases(import.meta.dirname))('%s', (name) => {
  const folder = join(import.meta.dirname, name)

  test('prints as its plaintext', () => {
    expectFiles(folder, { 'expected.txt': print(folder).printed })
  })

  test('wraps at 72 columns, except for URLs, code, merge tags and text without spaces', () => {
    const lines = print(folder).withTokens.split('\n')
    const tooLong = lines.filter((line) => displayWidth(line) > 72 && /\S\s\S/.test(line))
    expect(tooLong.filter((line) => !/:\/\/|^ {4}|[\uE000-\uF8FF]/.test(line))).toEqual([])
  })

  test('has no signature line, no spaces at line ends, and one newline at its end', () => {
    const { printed } = print(folder)
    expect(printed).not.toMatch(/^--\s*$/m)
    expect(printed).not.toMatch(/[ \t]$/m)
    expect(printed).toMatch(/(?:^|[^\n])\n$/)
  })
})
