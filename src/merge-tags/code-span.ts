/**
 * A code span in Markdown's source, for where the parser keeps none: as many backticks behind it as before (CommonMark
 * 0.31, section 6.1). Its second group is the code. Global.
 */
export const codeSpan = /(?<!`)(`+)(?!`)([\s\S]*?)(?<!`)\1(?!`)/g
