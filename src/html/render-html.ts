import type { Root } from 'hast'
import { type CompiledStyleSheet, compileStyleSheet } from '../css/compile-style-sheet.ts'
import { memoize } from '../hast/memoize.ts'
import { findCjkLanguage } from '../language-tag.ts'
import { unmark } from '../theme/source-markers.ts'
import type { Theme } from '../theme/theme.ts'
import type { Issue } from '../types.ts'
import { finish } from './finish.ts'
import { inlineStyles } from './inline-styles.ts'
import { type ContentContext, renderContent } from './render-content.ts'
import { renderPage } from './render-page.ts'
import { serialize } from './serialize.ts'
import { canInheritFonts, shortenFonts } from './shorten-fonts.ts'
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
  const { styleSheets, tokens, files } = context.theme
  const sheets = styleSheets.map((file) => ({ file, text: resolveSheetAddresses(file, context) }))
  const broad = compileStyleSheet(sheets, tokens, markup, { frame: joinFrame(files) })
  const rendered = renderPage(markup, broad, context)
  const css = compileStyleSheet(sheets, tokens, markup, { page: rendered })
  const page = resolveTemplateAddresses(replaceHead(rendered, broad, css), context)
  // Classic Outlook chooses the font of Chinese, Japanese and Korean by the first family of each element.
  const isCjk = findCjkLanguage(issue.matter.lang) !== undefined
  const inlined = inlineStyles(page, css.inline, !isCjk && canInheritFonts(page) ? shortenFonts : undefined)
  const marked = finish(inlined, css.head)
  return { content, html: unmark(marked), marked }
}

/** Replaces the rules that the layout has printed by those which the page needs: it is not known before that what these are. */
function replaceHead(page: string, broad: CompiledStyleSheet, css: CompiledStyleSheet): string {
  const replace = (text: string, before: string, after: string) =>
    before === '' ? text : text.split(before).join(after)
  return replace(replace(page, broad.head, css.head), broad.dark, css.dark)
}

/** The source of the templates around the content. Those of blocks are in the content already. */
const joinFrame = memoize((files: Theme['files']): string => {
  const frame = [...files].filter(([path]) => path.endsWith('.html') && !path.startsWith('blocks/'))
  return frame.map(([, file]) => file).join('\n')
})
