import { report } from '../diagnostics/report.ts'
import { findTypographicQuotes, formatQuoteNote } from '../diagnostics/typographic-quotes.ts'
import type { Directive } from '../types.ts'
import { type AttributeList, readAttributeList } from './attribute-list.ts'
import type { BlockContext } from './block-context.ts'
import { createRange, openingLine } from './opening-line.ts'

/**
 * Reports what the parser of directives accepts silently in a list of attributes: a name that is there twice, of which
 * the last one counts, and quotation marks that become a part of the value.
 * @param node the block; such quotation marks are removed from its values, so that the rest is validated as it was meant
 */
export function validateAttributeList(node: Directive, context: BlockContext): void {
  const list = readAttributeList(node, context.source)
  if (!list) return
  validateQuotes(node, list, context)
  reportSecond(node, list, context)
}

function validateQuotes(
  node: Directive,
  { text, offset }: AttributeList,
  { file, source }: BlockContext,
): void {
  const quotes = findTypographicQuotes(text)
  if (!quotes) return
  const start = offset + quotes.offset
  report(file, `Unexpected \`${quotes.mark}\` in the attributes of block \`${node.name}\`, expected \`"\``, {
    ruleId: 'block-syntax',
    place: createRange({ start, end: start + 1 }, openingLine(node, source)),
    note: formatQuoteNote(quotes),
  })
  const straight = readAttributeList(node, source.slice(0, offset) + quotes.straight)?.attributes ?? []
  for (const { name, value } of straight)
    if (node.attributes && name !== 'class') node.attributes[name] = value
}

function reportSecond(node: Directive, { attributes }: AttributeList, { file, source }: BlockContext): void {
  const line = openingLine(node, source)
  for (const [index, attribute] of attributes.entries()) {
    const { name, value } = attribute
    const first = attributes.slice(0, index).findLast((other) => other.name === name)
    // Classes add up.
    if (!first || name === 'class') continue
    const used = attributes.findLast((other) => other.name === name)?.value ?? value
    report(file, `Unexpected second \`${name}\` of block \`${node.name}\`, expected one`, {
      ruleId: 'block-attribute',
      place: createRange(attribute, line),
      note:
        first.value === value
          ? 'Remove one of the two.'
          : `Only the last one has an effect, \`${used}\`, and \`${first.value}\` has none. Remove the one that you do not mean.`,
      severity: first.value === value ? 'warning' : 'error',
    })
  }
}
