import type { Root } from 'hast'
import { unified } from 'unified'
import type { Settings } from '../config/settings.ts'
import type { Issue } from '../issue.ts'
import { complain } from '../messages/complain.ts'
import { TemplateFault } from '../theme/engine.ts'
import { Html } from '../theme/html.ts'
import { type Css, toCss } from './css.ts'
import { type DrawContext, drawBlocks } from './draw-blocks.ts'
import { type DressContext, dress } from './dress.ts'
import { dressMarkdown } from './dress-markdown.ts'
import { finish } from './finish.ts'
import { highlight } from './highlight.ts'
import { inline } from './inline.ts'
import { sanitize } from './sanitize.ts'
import { toHast } from './to-hast.ts'
import { toMarkup } from './to-markup.ts'

export type HtmlContext = DressContext & DrawContext & { settings: Settings }

/**
 * The HTML of an issue, in four steps: content, page, inlined styles, finish.
 * @returns the content's tree, and the whole document with merge tags still shielded
 */
export async function toHtml(issue: Issue, context: HtmlContext): Promise<{ content: Root; html: string }> {
  const content = await toContent(issue, context)
  const css = toCss(context.theme.css, context.theme.tokens, context.theme.files.get('style.css'))
  const page = toPage(content, css, context)
  return { content, html: finish(inline(page, css.inline), css.head) }
}

async function toContent(issue: Issue, context: HtmlContext): Promise<Root> {
  const { tree, drawings } = await toHast(issue.tree, context.shield)
  dressMarkdown(tree)
  let content = sanitize(tree, context.source, context.file)
  const { rehypePlugins } = context.settings.markdown
  if (rehypePlugins.length > 0)
    content = (await unified().use(rehypePlugins).run(content, context.file)) as Root
  dress(content, context)
  await highlight(content)
  drawBlocks(content, drawings, context)
  return content
}

function toPage(content: Root, css: Css, context: HtmlContext): string {
  const variables = {
    ...context.variables,
    content: new Html(toMarkup(content)),
    head_css: new Html(css.head),
    dark_css: new Html(css.dark),
    output: 'email',
  }
  try {
    return context.theme.draw('layout.html', variables)
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    const { fault } = error
    complain(context.file, `Cannot draw the template \`${context.theme.name}\``, {
      ruleId: 'template-fault',
      note: `Its layout has a mistake: ${fault.reason} (${fault.file}:${fault.line ?? 1}).`,
    })
    return variables.content.markup
  }
}
