import type { Root } from 'hast'
import { type CompiledStyleSheet, compileStyleSheet } from '../css/compile-style-sheet.ts'
import { memoize } from '../hast/memoize.ts'
import { unmark } from '../theme/source-markers.ts'
import type { Theme } from '../theme/theme.ts'
import type { Issue } from '../types.ts'
import { finish } from './finish.ts'
import { inlineStyles } from './inline-styles.ts'
import { type ContentContext, renderContent } from './render-content.ts'
import { renderPage } from './render-page.ts'
import { serialize } from './serialize.ts'
import { resolveSheetAddresses, resolveTemplateAddresses } from './template-addresses.ts'

export interface RenderedHtml {
  /** The tree of the issue's content, without the layout. */
  content: Root
  /** The whole document, its merge tags still tokens. */
  html: string
  /** The same with source markers, which say where each element comes from (see `theme/source-markers.ts`). */
  marked: string
}

export type HtmlContext = ContentContext

/**
 * Renders an issue to HTML in four steps: content, page, inline styles, finish. Mistakes are reported on the issue and
 * on the template's files.
 */
export async function renderHtml(issue: Issue, context: HtmlContext): Promise<RenderedHtml> {
  const content = await renderContent(issue, context)
  const markup = serialize(content)
  const css = compileStyles(context, markup)
  const page = resolveTemplateAddresses(renderPage(markup, css, context), context)
  const inlined = inlineStyles(page, css.inline)
  const marked = finish(inlined, css.head)
  return { content, html: unmark(marked), marked }
}

function compileStyles(context: HtmlContext, markup: string): CompiledStyleSheet {
  const { styleSheets, tokens, files } = context.theme
  const sheets = styleSheets.map((file) => ({ file, text: resolveSheetAddresses(file, context) }))
  return compileStyleSheet(sheets, tokens, markup, joinFrame(files))
}

/** The source of the templates around the content. Those of blocks are in the content already. */
const joinFrame = memoize((files: Theme['files']): string => {
  const frame = [...files].filter(([path]) => path.endsWith('.html') && !path.startsWith('blocks/'))
  return frame.map(([, file]) => file).join('\n')
})
