/**
 * Marks that tell where an element of the finished HTML comes from. They stand on every start tag while an email is
 * made, so that a check can point at the line that caused a thing, and are taken off before it is written.
 */
export const marker = 'data-o'

/** A start tag; attribute values may hold anything but their quotes. */
export const startTag = /<[a-z](?:"[^"]*"|'[^']*'|[^'">])*>/gi

const attribute = new RegExp(` ${marker}="[^"]*"`, 'g')

/**
 * Marks the start tags of a template with their places: `t3:12:5`, the template's number, line and column.
 * @param text a template in HTML and Liquid
 * @param number which template it is
 */
export function markTemplate(text: string, number: number): string {
  let line = 1
  return text
    .split('\n')
    .map((source) => markLine(source, number, line++))
    .join('\n')
}

/** A line may begin within a Liquid tag; such a line holds no markup that we could tell from its strings. */
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
 * Adds to the marks of what a block's template drew where the block was written: `t3:12:5@120-164`. Marks of blocks
 * within it have theirs already.
 * @param start the block's first offset in the Markdown
 * @param end the one behind its last
 */
export function markBlock(html: string, start: number, end: number): string {
  return html.replace(startTag, (tag) =>
    tag.replace(new RegExp(`( ${marker}="t[\\d:]+)"`), `$1@${start}-${end}"`),
  )
}

/** The column in the template, from the column in its marked line. */
export function unmarkedColumn(markedLine: string, column: number): number {
  return column - (markedLine.slice(0, column - 1).match(attribute) ?? []).join('').length
}

/** Takes the marks off finished HTML. */
export function unmark(html: string): string {
  return html.replace(startTag, (tag) => tag.replace(attribute, ''))
}
