/** juice without its loader of remote style sheets, which are never loaded here. */
declare module 'juice/client.js' {
  import type { Options } from 'juice'

  export type JuiceOptions = Options

  /** A node of the document that juice works on. */
  export interface JuiceNode {
    type: string
    parent: JuiceNode | null
    /** Only of nodes that can have some. */
    children?: JuiceNode[]
  }

  export interface JuiceElement extends JuiceNode {
    name: string
    attribs: Record<string, string | undefined>
    cloneNode(recursive: boolean): JuiceElement
  }

  /** The document that juice works on, as cheerio presents it. */
  export interface JuiceApi {
    root(): { 0: JuiceNode }
  }

  const juice: {
    inlineDocument($: JuiceApi, css: string, options?: Options): void
    codeBlocks: Record<string, { start: string; end: string }>
  }
  export default juice
}

/** How juice parses and serializes documents. */
declare module 'juice/lib/cheerio.js' {
  import type { JuiceApi, JuiceOptions } from 'juice/client.js'

  /** Parses a document, passes it to a function that changes it in place, and serializes it. */
  export default function processDocument(
    html: string,
    options: JuiceOptions,
    callback: ($: JuiceApi) => void,
  ): string
}

/** How juice reads style sheets. */
declare module 'juice/lib/utils.js' {
  const utils: {
    /** The selectors of the rules, in order, each with its declarations. */
    parseCSS(css: string): [selector: string, declarations: unknown[]][]
  }
  export default utils
}
