import { convert } from 'html-to-text'
import mjml2html from 'mjml'
import rehypeStringify from 'rehype-stringify'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkRehype from 'remark-rehype'
import { unified } from 'unified'

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(rehypeStringify, { closeSelfClosing: true })
  .freeze()

/** MJML knows no Markdown and makes no plaintext: remark and html-to-text do what its users have them do. */
export async function render(text) {
  const body = String(await processor.process(text))
  const { html } = await mjml2html(
    `<mjml><mj-head><mj-style inline="inline">h2 { font-size: 24px } a { color: #0b6e69 }</mj-style></mj-head>` +
      `<mj-body><mj-section><mj-column><mj-text>${body}</mj-text></mj-column></mj-section></mj-body></mjml>`,
  )
  return { html, text: convert(html, { wordwrap: 78 }) }
}
