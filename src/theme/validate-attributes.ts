import type { Point } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { report } from '../diagnostics/report.ts'
import { findTypographicQuotes, formatQuoteNote } from '../diagnostics/typographic-quotes.ts'
import { startTag } from '../hast/start-tag.ts'
import { isPrecompiled } from './parse-template-yaml.ts'
import { findSecondAttributes } from './scan-attributes.ts'
import { splitHead } from './split-head.ts'

const liquid = /\{%.*?%\}|\{\{.*?\}\}/gs

/**
 * Reports attributes in a template that HTML reads in another way than they were meant: values in typographic quotation
 * marks, and a second attribute of a name, which has no effect.
 * @param file a template in HTML and Liquid
 */
export function validateTemplateAttributes(file: VFile): void {
  if (isPrecompiled(file)) return
  const source = splitHead(String(file)).body
  const points = location(source)
  // Offsets are those of the text without its head, lines and columns those of the file.
  const createPoint = (offset: number): Point => {
    const { line = 1, column = 1 } = points.toPoint(offset) ?? {}
    return { line, column }
  }
  const createPlace = (start: number, length: number) => ({
    start: createPoint(start),
    end: createPoint(start + length),
  })
  // What Liquid prints is not known here.
  const text = source.replace(liquid, (tag) => tag.replace(/[^\r\n]/g, 'x'))
  for (const { 0: tag, index } of text.matchAll(startTag)) {
    const name = /^<([^\s/>]+)/.exec(tag)?.[1]
    const quotes = findTypographicQuotes(tag)
    if (quotes)
      report(file, `Unexpected \`${quotes.mark}\` in the attributes of \`<${name}>\`, expected \`"\``, {
        ruleId: 'template-attribute',
        place: createPlace(index + quotes.offset, 1),
        note: formatQuoteNote({
          ...quotes,
          straight: quotes.straight.replace(/x+/g, (run, at) =>
            source.slice(index + at, index + at + run.length),
          ),
        }),
      })
    // Which of two a condition selects is not known either.
    if (/\{%/.test(source.slice(index, index + tag.length))) continue
    for (const { attribute } of findSecondAttributes(tag))
      report(file, `Unexpected second \`${attribute.name}\` of \`<${name}>\`, expected one`, {
        ruleId: 'template-attribute',
        place: createPlace(index + attribute.offset, attribute.length),
        note: 'Only the first one has an effect. Remove the one that you do not mean, or put the two together.',
        severity: 'warning',
      })
  }
}
