import type { Root } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { directive } from 'micromark-extension-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { type Processor, unified } from 'unified'
import { VFile } from 'vfile'
import type { Settings } from '../settings.ts'
import { addressSyntax } from './address-syntax.ts'
import { endlessHtml } from './endless-html.ts'
import { removeDeepNodes } from './limit-nesting.ts'
import { linkAddresses } from './link-addresses.ts'
import { definedLabels, findSharedLabels, indexDefinitions, type OuterLabels } from './shared-definitions.ts'
import { spacelessEmphasis } from './spaceless-emphasis.ts'

/**
 * The syntax of issues: CommonMark, GFM, and container and leaf directives. Text directives are disabled, since `9:30`
 * and `Re:hello` are text. Emphasis also works in scripts without spaces, and
 * addresses typed without syntax end where they should.
 */
const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkSyntax).freeze()

/**
 * Parses an issue's Markdown.
 * @param text the Markdown; positions in the tree are positions in this text
 * @param options.remarkPlugins the author's plugins, of which only syntax extensions are applied here; transforms run later
 * @param options.definitions the shared definitions: references to their labels are references in the tree
 * @param outer the labels that are defined outside the text; those of the shared definitions when not given
 */
export function parseMarkdown(
  text: string,
  { remarkPlugins = [], definitions }: Partial<Settings['markdown']> = {},
  outer: OuterLabels = { definitions: findSharedLabels(text, indexDefinitions(definitions)), footnotes: [] },
): Root {
  const file = new VFile(text)
  const extended = remarkPlugins.length === 0 ? parser : parser().use(remarkPlugins)
  const hasLabels = outer.definitions.length > 0 || outer.footnotes.length > 0
  const tree = (hasLabels ? extended().use(remarkLabels, outer) : extended).parse(file)
  removeDeepNodes(tree)
  linkAddresses(tree, text)
  return tree
}

function remarkLabels(this: Processor, labels: OuterLabels): undefined {
  const data = this.data()
  data.micromarkExtensions = [...(data.micromarkExtensions ?? []), definedLabels(labels)]
}

function remarkSyntax(this: Processor): undefined {
  const data = this.data()
  const { flow } = directive()
  data.micromarkExtensions = [
    ...(data.micromarkExtensions ?? []),
    { flow },
    spacelessEmphasis(),
    addressSyntax(),
    endlessHtml(),
  ]
  // GFM's own search for addresses in texts is replaced by `linkAddresses`.
  const gfm = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }))
  data.fromMarkdownExtensions = [...gfm, directiveFromMarkdown()]
}
