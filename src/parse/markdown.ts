import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Pluggable, type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import { spacelessEmphasis } from './spaceless-emphasis.ts'

/**
 * The syntax of issues: CommonMark, GFM, and container and leaf directives. Text directives are disabled, since `9:30`
 * and `Re:hello` are text. Emphasis also works in scripts without spaces.
 */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkBlocks).freeze()

/**
 * Parses an issue's Markdown.
 * @param text the Markdown; positions in the tree are positions in this text
 * @param plugins the author's plugins, of which only syntax extensions are applied here; transforms run later
 */
export function parseMarkdown(text: string, plugins: Pluggable[] = []): Root {
  const file = new VFile(text)
  return plugins.length === 0 ? parser.parse(file) : parser().use(plugins).parse(file)
}

function remarkBlocks(this: Processor): undefined {
  const data = this.data() as Record<string, unknown[] | undefined>
  const { flow } = directive()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), { flow }, spacelessEmphasis()]
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), directiveFromMarkdown()]
}
