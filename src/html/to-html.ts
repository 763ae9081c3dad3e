import type { Root } from 'hast'
import { unified } from 'unified'
import type { Settings } from '../config/settings.ts'
import type { Issue } from '../issue.ts'
import { complain } from '../messages/complain.ts'
import { TemplateFault } from '../theme/engine.ts'
import { Html } from '../theme/html.ts'
import { unmark } from '../theme/marks.ts'
import { type Css, toCss } from './css.ts'
import { type DrawContext, drawBlocks } from './draw-blocks.ts'
import { type DressContext, dress } from './dress.ts'
import { dressMarkdown } from './dress-markdown.ts'
import { finish } from './finish.ts'
import { highlight } from './highlight.ts'
import { inline } from './inline.ts'
import { joinIdeographs } from './join-ideographs.ts'
import { keepLiteral } from './keep-literal.ts'
import { markContent } from './mark-content.ts'
import { sanitize } from './sanitize.ts'
import { toHast } from './to-hast.ts'
import { toMarkup } from './to-markup.ts'

export interface DrawnHtml {
  content: Root
  html: string
  marked: string
}

export type HtmlContext = DressContext & DrawContext & { settings: Settings }

/**
 * The HTML of an issue, in four steps: content, page, inlined styles, finish.
 * @returns the content's tree, and the whole document with merge tags still shielded: as it goes out, and with marks
 * that tell where each element comes from
 */
export async function toHtml(issue: Issue, context: HtmlContext): Promise<DrawnHtml> {
  const content = await toContent(issue, context)
  const markup = toMarkup(content)
  const { css: sheet, tokens, files } = context.theme
  const around = [...files].filter(([path]) => path.endsWith('.html') && !path.startsWith('blocks/'))
  const css = toCss(sheet, tokens, files.get('style.css'), markup, around.map(([, file]) => file).join('\n'))
  const page = toPage(markup, css, context)
  const marked = finish(inline(page, css.inline), css.head)
  return { content, html: unmark(marked), marked }
}

async function toContent(issue: Issue, context: HtmlContext): Promise<Root> {
  const { tree, drawings } = await toHast(issue.tree, context.shield)
  dressMarkdown(tree)
  joinIdeographs(tree)
  let content = sanitize(tree, context.source, context.file)
  const { rehypePlugins } = context.settings.markdown
  if (rehypePlugins.length > 0)
    content = (await unified().use(rehypePlugins).run(content, context.file)) as Root
  dress(content, context)
  await highlight(content)
  keepLiteral(content, context.shield.literal)
  markContent(content)
  drawBlocks(content, drawings, context)
  return content
}

function toPage(markup: string, css: Css, context: HtmlContext): string {
  const variables = {
    ...context.variables,
    content: new Html(markup),
    head_css: new Html(css.head),
    dark_css: new Html(css.dark),
    output: context.output,
  }
  try {
    const page = context.theme.draw('layout.html', variables)
    if (!page.includes(variables.content.markup)) complainOfLayout(context)
    return page
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

/** Without its content an email would be well-formed, green and empty. */
function complainOfLayout({ file, theme }: HtmlContext): void {
  const layout = theme.files.get('layout.html')
  const reason = 'Missing `{{ content }}` in the layout'
  if (layout && !layout.messages.some((message) => message.reason === reason)) {
    complain(layout, reason, {
      ruleId: 'template-content',
      note: 'It is where the issue goes. Print it once.',
    })
  }
  complain(file, `Cannot draw the template \`${theme.name}\``, {
    ruleId: 'template-fault',
    note: 'Its layout does not print `{{ content }}`, so that the issue would not be in its email.',
  })
}
