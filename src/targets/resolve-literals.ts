import { escapeMarkup } from '../merge-tags/escape-markup.ts'
import type { Literals } from '../merge-tags/literals.ts'
import type { TagForms } from '../merge-tags/tag-forms.ts'
import type { Target } from './target.ts'

/**
 * How text that only looks like a tag goes out to a target. Without a `literal` it goes out as it is.
 */
export function resolveLiterals({ literal }: Pick<Target, 'literal'>): Literals {
  if (!literal) return { toMark: (found) => toForms(found, escapeMarkup(found)), toText: plain }
  const { pattern, write } = literal
  const toMark = (found: string): TagForms =>
    toForms(found, write(found, 'html'), write(found, 'attribute'), write(found, 'plaintext'))
  return {
    mark: pattern,
    toMark,
    toText(text) {
      const [html = '', attribute = '', plaintext = ''] = (['html', 'attribute', 'plaintext'] as const).map(
        (context) => writeAll(text, pattern, (found) => write(found, context), context !== 'plaintext'),
      )
      return toForms(text, html, attribute, plaintext)
    },
  }
}

function plain(text: string): TagForms {
  return toForms(text, escapeMarkup(text))
}

function toForms(seen: string, html: string, attribute = html, plaintext = seen): TagForms {
  return {
    text: html,
    attribute,
    url: attribute,
    plaintext,
    subject: plaintext,
    seen,
    source: seen,
    words: seen,
  }
}

function writeAll(text: string, pattern: RegExp, write: (found: string) => string, isHtml: boolean): string {
  const between = isHtml ? escapeMarkup : (part: string) => part
  let end = 0
  let written = ''
  for (const { 0: found, index } of text.matchAll(pattern)) {
    written += between(text.slice(end, index)) + write(found)
    end = index + found.length
  }
  return written + between(text.slice(end))
}
