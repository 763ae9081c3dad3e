/** juice without its reader of remote style sheets, which a compiler of local files has no use for. */
declare module 'juice/client.js' {
  import type { Options } from 'juice'

  const juice: {
    inlineContent(html: string, css: string, options?: Options): string
    codeBlocks: Record<string, { start: string; end: string }>
  }
  export default juice
}
