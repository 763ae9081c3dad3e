import type { ElementContent, RootContent } from 'hast'

/** A piece of a line: its text, and what it is, such as `tag` or `string`; empty for plain text. */
export type CodePiece = [text: string, kind: string]

/**
 * Highlights HTML for the preview's page.
 * @returns its lines, without line breaks
 */
export async function highlightHtml(html: string): Promise<CodePiece[][]> {
  // Loaded here, since a page that shows no HTML does not need the highlighter.
  const { highlighter } = await import('../html/highlighter.ts')
  const lines: CodePiece[][] = [[]]
  for (const [text, kind] of listPieces(highlighter.highlight('xml', html).children, '')) {
    const [first = '', ...others] = text.split('\n')
    if (first !== '') lines.at(-1)?.push([first, kind])
    for (const other of others) lines.push(other === '' ? [] : [[other, kind]])
  }
  return lines
}

function* listPieces(nodes: readonly (RootContent | ElementContent)[], around: string): Generator<CodePiece> {
  for (const node of nodes) {
    if (node.type === 'text') yield [node.value, around]
    if (node.type !== 'element') continue
    const [name] = [node.properties.className].flat()
    yield* listPieces(node.children, String(name ?? around).replace(/^hljs-/, ''))
  }
}
