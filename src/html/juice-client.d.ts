/** juice without its loader of remote style sheets, which are never loaded here. */
declare module 'juice/client.js' {
  import type { Options } from 'juice'

  const juice: {
    inlineContent(html: string, css: string, options?: Options): string
    codeBlocks: Record<string, { start: string; end: string }>
  }
  export default juice
}
