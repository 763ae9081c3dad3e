import type { Html, Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { type CssGrammar, loadCssGrammar } from '../css/css-grammar.ts'
import { validateStyleAttribute } from '../css/validate-style-attribute.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { createHtmlPlace, resolveHtmlOffset } from './html-places.ts'
import { scanHtml } from './scan-html.ts'
import { findAttributes } from './tag-attributes.ts'

/**
 * Validates the `style` attributes of the raw HTML in an issue. A `<style>` there is left out of the email, and reported
 * by the sanitizer.
 * @param tree the Markdown's tree, whose HTML is as it was written
 * @param source the text that the tree's offsets refer to
 * @param file the issue, on which mistakes are reported
 */
export async function validateStyles(tree: Root, source: string, file: VFile): Promise<void> {
  const styled: Html[] = []
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'html' && /\sstyle\s*=/i.test(node.value)) styled.push(node)
  })
  if (styled.length === 0) return
  const grammar = await loadCssGrammar()
  for (const node of styled) validateNode(node, source, file, grammar)
}

function validateNode(node: Html, source: string, file: VFile, grammar: CssGrammar): void {
  for (const part of scanHtml(node.value)) {
    if (part.kind !== 'start' || !part.isEnded) continue
    const style = findAttributes(part.text).find(({ name }) => name === 'style')
    if (!style) continue
    for (const { offset, length, reason, ...mistake } of validateStyleAttribute(style.value, grammar)) {
      const start = resolveHtmlOffset(node, part.offset + style.offset + offset, source)
      report(file, reason, { ...mistake, place: createHtmlPlace(start, length, file) })
    }
  }
}
