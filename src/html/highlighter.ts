import { common, createLowlight } from 'lowlight'

/** The highlighter with the languages that newsletters show; a file of its own, so that only those are bundled. */
export const highlighter = createLowlight(common)
