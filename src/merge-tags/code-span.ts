/**
 * A code span in the source of Markdown, for places where the tree has none: as many backticks after the code as before
 * it (CommonMark 0.31, section 6.1). Its second group is the code. Global.
 */
export const codeSpan = /(?<!`)(`+)(?!`)([\s\S]*?)(?<!`)\1(?!`)/g
