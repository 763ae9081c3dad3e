import { startTag } from '../hast/start-tag.ts'
/**
 * The attribute that says where an element of the finished HTML comes from. Every start tag has it until the email is
 * written, so that checks can report the line that an element comes from.
 */
export const marker = 'data-o'

const attribute = new RegExp(` ${marker}="[^"]*"`, 'g')
const templateMarker = new RegExp(`( ${marker}="t[\\d:]+)"`)

/**
 * Adds markers to the start tags of a template: `t3:12:5` for the template's number, line and column.
 * @param text a template in HTML and Liquid
 * @param number the template's number in the order of the theme's files
 */
export function markTemplate(text: string, number: number): string {
  let line = 1
  return text
    .split('\n')
    .map((source) => markLine(source, number, line++))
    .join('\n')
}

/** Adds markers to one line, outside of its Liquid tags. A Liquid tag of several lines is not recognized. */
function markLine(source: string, number: number, line: number): string {
  let column = 1
  const parts = source.split(/(\{%.*?%\}|\{\{.*?\}\})/)
  return parts
    .map((part, index) => {
      const from = column
      column += part.length
      if (index % 2 === 1) return part
      return part.replace(
        /<[a-z][a-z0-9:]*(?=[\s>/]|$)/gi,
        (tag, at: number) => `${tag} ${marker}="t${number}:${line}:${from + at}"`,
      )
    })
    .join('')
}

/**
 * Adds the place of a block in the Markdown to the markers in its HTML: `t3:12:5@120-164`. The markers of inner blocks
 * have theirs already.
 * @param html what the block's template has rendered
 * @param start the block's first offset in the Markdown
 * @param end the offset behind the block
 */
export function markBlock(html: string, start: number, end: number): string {
  return html.replace(startTag, (tag) => tag.replace(templateMarker, `$1@${start}-${end}"`))
}

/**
 * The column in a template.
 * @param markedLine the line with markers
 * @param column the column in that line, from 1
 */
export function unmarkedColumn(markedLine: string, column: number): number {
  return column - (markedLine.slice(0, column - 1).match(attribute) ?? []).join('').length
}

/** Removes the markers from HTML. */
export function unmark(html: string): string {
  return html.replace(startTag, (tag) => tag.replace(attribute, ''))
}
