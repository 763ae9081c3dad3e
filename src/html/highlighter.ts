import { common, createLowlight } from 'lowlight'

/** The highlighter with common languages. It is in a file of its own so that it is loaded only when it is needed. */
export const highlighter = createLowlight(common)
