import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'

/**
 * The syntax we speak: CommonMark, GFM, and directives as containers and leaves. Text directives stay off, since
 * `9:30` and `Re:hello` are text.
 */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkBlocks).freeze()

/** @param text Markdown; places in the tree are places in this text */
export function parseMarkdown(text: string): Root {
  return parser.parse(new VFile(text))
}

function remarkBlocks(this: Processor): undefined {
  const data = this.data() as Record<string, unknown[] | undefined>
  const { flow } = directive()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flow }]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}
