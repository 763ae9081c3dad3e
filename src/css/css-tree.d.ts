/** The bundled form of css-tree, which needs no other files at run time; only what is used of it is declared. */
declare module 'css-tree/dist/csstree.esm' {
  /** A node of CSS's syntax of values (CSS Values and Units 4, section 2). */
  interface SyntaxNode {
    type: string
    name?: string
  }

  interface MatchError extends Error {
    /** Where the value stops to match, in the value. */
    mismatchOffset?: number
    mismatchLength?: number
    /** The syntax that the property's values have. */
    syntax?: string
  }

  export const lexer: {
    properties: Record<string, { syntax: SyntaxNode }>
    types: Record<string, { syntax: SyntaxNode } | undefined>
    matchProperty(name: string, value: string): { error: MatchError | null }
  }
  export const definitionSyntax: {
    walk(syntax: SyntaxNode, visit: (node: SyntaxNode) => void): void
  }
}
