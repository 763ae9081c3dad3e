import type { Root } from 'hast'
import { unified } from 'unified'
import { parseStyleSheet, type StyleSheet } from '../css/style-sheet.ts'
import { report } from '../diagnostics/report.ts'
import type { Settings } from '../settings.ts'
import { TemplateError } from '../theme/engine.ts'
import { Html } from '../theme/html.ts'
import { unmark } from '../theme/source-markers.ts'
import type { Issue } from '../types.ts'
import { addSourcePlaces } from './add-source-places.ts'
import { applyEmailRules, type EmailRulesContext } from './apply-email-rules.ts'
import { applyMarkdownRules } from './apply-markdown-rules.ts'
import { escapeLiterals } from './escape-literals.ts'
import { finish } from './finish.ts'
import { highlight } from './highlight.ts'
import { inlineStyles } from './inline-styles.ts'
import { joinIdeographs } from './join-ideographs.ts'
import { type BlockRenderContext, renderBlocks } from './render-blocks.ts'
import { renderMarkdown } from './render-markdown.ts'
import { sanitize } from './sanitize.ts'
import { serialize } from './serialize.ts'

export interface RenderedHtml {
  content: Root
  html: string
  marked: string
}

export type HtmlContext = EmailRulesContext & BlockRenderContext & { settings: Settings }

/**
 * The HTML of an issue, in four steps: content, page, inlined styles, finish.
 * @returns the content's tree, and the whole document with merge tags still tokens: as it goes out, and with marks
 * that tell where each element comes from
 */
export async function renderHtml(issue: Issue, context: HtmlContext): Promise<RenderedHtml> {
  const content = await toContent(issue, context)
  const markup = serialize(content)
  const { css: sheet, tokens, files } = context.theme
  const around = [...files].filter(([path]) => path.endsWith('.html') && !path.startsWith('blocks/'))
  const css = parseStyleSheet(
    sheet,
    tokens,
    files.get('style.css'),
    markup,
    around.map(([, file]) => file).join('\n'),
  )
  const page = toPage(markup, css, context)
  const marked = finish(inlineStyles(page, css.inline), css.head)
  return { content, html: unmark(marked), marked }
}

async function toContent(issue: Issue, context: HtmlContext): Promise<Root> {
  const { tree, drawings } = await renderMarkdown(issue.tree, context.tags)
  applyMarkdownRules(tree)
  joinIdeographs(tree)
  let content = sanitize(tree, context.source, context.file)
  const { rehypePlugins } = context.settings.markdown
  if (rehypePlugins.length > 0)
    content = (await unified().use(rehypePlugins).run(content, context.file)) as Root
  applyEmailRules(content, context)
  await highlight(content)
  escapeLiterals(content, context.tags.protectLiterals)
  addSourcePlaces(content)
  renderBlocks(content, drawings, context)
  return content
}

function toPage(markup: string, css: StyleSheet, context: HtmlContext): string {
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
    return context.tags.protectMarkup(page, unmark)
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error
    const { fault } = error
    report(context.file, `Cannot draw the template \`${context.theme.name}\``, {
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
    report(layout, reason, {
      ruleId: 'template-content',
      note: 'It is where the issue goes. Print it once.',
    })
  }
  report(file, `Cannot draw the template \`${theme.name}\``, {
    ruleId: 'template-fault',
    note: 'Its layout does not print `{{ content }}`, so that the issue would not be in its email.',
  })
}
