import type { Root } from 'hast'
import { addSheet } from './add-sheet.ts'
import { drawVml } from './draw-vml.ts'

/** Word knows no `white-space`, but a paragraph of it is always wrapped. */
const wordSheet = ':where(pre){white-space:pre-wrap}'

/** Shows in a browser what classic Outlook draws otherwise, once all is taken away that it does not know. */
export function drawAsWord(document: Root): void {
  drawVml(document)
  addSheet(document, wordSheet)
}
