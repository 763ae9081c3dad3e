import type { ListedRule } from '../newsletter/list-rules.ts'

/**
 * Formats rules as a Markdown table for the docs. Each row has the anchor that the URLs of messages point to.
 * @param rules in the order of the rows
 */
export function formatRuleTable(rules: readonly ListedRule[]): string {
  const rows = rules.map(({ id, title, explanation, fix = '' }) => {
    const cells = [`<a id="${id}"></a>\`${id}\``, title, explanation, fix].map(formatCell)
    return `| ${cells.join(' | ')} |`
  })
  return ['| rule | what is valid | why | what to do |', '| --- | --- | --- | --- |', ...rows].join('\n')
}

/** A Markdown cell is one line, so an example of several lines becomes code with `<br>`. */
function formatCell(text: string): string {
  const [prose = '', ...examples] = text.split('\n\n')
  const blocks = examples.map((example) => {
    const lines = example.split('\n').map((line) => escapeHtml(line).replaceAll(' ', '&nbsp;'))
    return `<br><code>${lines.join('<br>')}</code>`
  })
  return [prose, ...blocks].join('').replaceAll('|', '\\|')
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
