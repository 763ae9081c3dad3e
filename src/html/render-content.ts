import type { Nodes, Root } from 'hast'
import { unified } from 'unified'
import { createSurroundings } from '../blocks/surroundings.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { TagStore } from '../merge-tags/tag-store.ts'
import type { Settings } from '../settings.ts'
import type { Issue } from '../types.ts'
import { applyCjkRules } from './apply-cjk-rules.ts'
import { applyDirections } from './apply-directions.ts'
import { applyEmailRules, type EmailRulesContext } from './apply-email-rules.ts'
import { applyMarkdownRules } from './apply-markdown-rules.ts'
import { applyTableRules, type TableContext } from './apply-table-rules.ts'
import { highlight } from './highlight.ts'
import { joinCjkLines } from './join-cjk-lines.ts'
import { type BlockRenderContext, renderBlocks } from './render-blocks.ts'
import { type PendingBlocks, renderMarkdown } from './render-markdown.ts'
import { sanitize } from './sanitize.ts'

export type ContentContext = EmailRulesContext & BlockRenderContext & { settings: Settings }

/**
 * Renders an issue's Markdown and blocks to HTML, without the layout around it.
 * @returns a tree whose blocks are `raw` nodes, its merge tags still tokens
 */
export async function renderContent(issue: Issue, context: ContentContext): Promise<Root> {
  const { tree, pending } = await renderMarkdown(issue.tree, context.tags)
  applyMarkdownRules(tree)
  let content = sanitize(tree, context.source, context.file)
  const { rehypePlugins } = context.settings.markdown
  if (rehypePlugins.length > 0)
    content = (await unified().use(rehypePlugins).run(content, context.file)) as Root
  joinCjkLines(content)
  applyEmailRules(content, context)
  applyDirections(content, context.matter.dir)
  applyCjkRules(content, context.matter.lang)
  applyTableRules(content, resolveTableContext(context, pending))
  await highlight(content)
  escapeLiterals(content, context.tags)
  addSourcePlaces(content)
  renderBlocks(content, pending, context)
  return content
}

function resolveTableContext(
  { variables, matter, theme }: ContentContext,
  { blocks }: PendingBlocks,
): TableContext {
  const { colon } = (variables.strings ?? {}) as Record<string, unknown>
  return {
    dir: matter.dir,
    surroundings: createSurroundings(theme.tokens),
    blocks,
    colon: typeof colon === 'string' ? colon : ': ',
  }
}

/** Attributes with addresses, in which braces are percent-encoded, and attributes that no reader sees. */
const unescapedAttributes = new Set(['href', 'src', 'style', 'className', 'id', 'rel'])

/**
 * Escapes text that the email service provider would replace as a merge tag, such as the braces of a code sample. The
 * author's own merge tags are tokens at this point.
 */
function escapeLiterals(tree: Root, tags: TagStore): void {
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'text') node.value = tags.protectLiterals(node.value)
    if (node.type !== 'element') return
    for (const [name, value] of Object.entries(node.properties)) {
      if (typeof value !== 'string') continue
      if (!unescapedAttributes.has(name)) node.properties[name] = tags.protectLiterals(value)
      // Raw HTML can have a tag's braces as character references, so that it is none before.
      else if (/\{[{%]/.test(value)) node.properties[name] = tags.protect(value)
    }
  })
}

/** Adds to each element a source marker with its offsets in the Markdown: `120-164`. */
function addSourcePlaces(tree: Root): void {
  walkTree<Nodes>(tree, (node) => {
    if (node.type !== 'element') return
    const { start, end } = node.position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined)
      node.properties.dataO = `${start.offset}-${end.offset}`
  })
}
