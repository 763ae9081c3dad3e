import type { ElementContent, Root } from 'hast'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'

const processor = unified()
  .use(rehypeStringify, { allowDangerousHtml: true, characterReferences: { useNamedReferences: true } })
  .freeze()

/** Serializes a tree or a list of nodes to HTML; `raw` nodes are written as they are. */
export function serialize(tree: Root | ElementContent[]): string {
  return processor.stringify(Array.isArray(tree) ? { type: 'root', children: tree } : tree)
}
