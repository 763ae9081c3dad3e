import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { type Document, isCollection, isPair, isScalar, visit } from 'yaml'
import { report } from '../diagnostics/report.ts'
import { isOpenQuote } from '../diagnostics/typographic-quotes.ts'
import { quoteText } from './explain-yaml-error.ts'

/** Keys whose values are texts that people write, in the config, in `sponsors.yml`, in front matter and in block heads. */
const textKeys = new Set([
  ...['subject', 'preheader', 'title', 'author', 'from', 'tags', 'name', 'description', 'postalAddress'],
  ...['disclosure', 'label', 'cta', 'campaign', 'source', 'medium'],
])

/** Values that are no text, whatever their key: a day, as in a sponsor's `from`, and an address. */
const notText = /^(?:\d{4}-\d{2}-\d{2}|https?:\/\/)/i

/** Front matter that readers see; the config's texts often have comments behind them. */
const headlines = new Set(['subject', 'preheader', 'title'])

/** A word or a number with `#`; a comment has a space after it, which YAML's style guides ask for too. */
const hashWord = /^#(?!issue-)[^\s#!]/
const hashNumber = /^#\s?\d/
const colour = /^#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})(?![\w-])/i

/**
 * Warns of each comment that was probably meant as a part of the text before it: `subject: Issue #12 is here` is `Issue`
 * to YAML 1.2 (6.6: a comment begins with a `#` after white space). Comments after other values, and those with a space
 * after `#`, are comments.
 * @param written the YAML, with merge tags as they were written
 * @param locate resolves offsets in the YAML to a position in the file
 */
export function reportLostText(
  document: Document,
  file: VFile,
  written: string,
  locate: (start: number, end: number) => Position,
): void {
  visit(document, {
    Scalar: (key, scalar, ancestors) => {
      if (key === 'key' || scalar.type !== 'PLAIN' || !scalar.range) return
      if (typeof scalar.value !== 'string' && scalar.source !== '') return
      const [begin, end] = scalar.range
      const [, space = '', comment] = /^([ \t]*)(#[^\r\n]*)/.exec(written.slice(end)) ?? []
      if (comment === undefined) return
      const keys = ancestors.flatMap((node) =>
        isPair(node) && isScalar(node.key) ? [String(node.key.value)] : [],
      )
      const value = written.slice(begin, end).replace(/\s+/g, ' ')
      if (!isPartOfText(comment, space, value, keys)) return
      const parent = ancestors.at(-1)
      const isFlow = ancestors.some((node) => isCollection(node) && node.flow)
      const lost = (isFlow ? comment.replace(/[,\]}].*/, '') : comment).trimEnd()
      const name = keys.join('.')
      const label = isPair(parent) ? `${keys.at(-1)}: ` : isFlow ? '' : '- '
      report(
        file,
        `Unexpected comment \`${lost}\` in \`${name}\`, expected quotation marks around a text with \`#\``,
        {
          ruleId: 'yaml-comment',
          severity: 'warning',
          place: locate(end + space.length, end + space.length + lost.length),
          note: `In YAML a \`#\` after a space begins a comment, so that ${value === '' ? 'nothing is left of the value' : `only \`${value}\` is left of the text`}. Write \`${label}${quoteText(value + space + lost)}\`. If it is a comment, put it on a line of its own.`,
        },
      )
    },
  })
}

function isPartOfText(comment: string, space: string, value: string, keys: readonly string[]): boolean {
  if (notText.test(value)) return false
  if (isOpenQuote(value)) return true
  if (keys.slice(0, -1).includes('params')) return hashWord.test(comment)
  if (colour.test(comment) && (value === '' || keys[0] === 'theme')) return true
  if (!textKeys.has(keys.at(-1) ?? '')) return false
  // Two spaces set a comment apart; `We are # 1` has one.
  const isApart = space.length !== 1
  return (
    hashWord.test(comment) ||
    (!isApart &&
      (hashNumber.test(comment) || (headlines.has(keys.join('.')) && !/^#\s?issue-/.test(comment))))
  )
}
