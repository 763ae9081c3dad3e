import type { Root } from 'hast'
import { addSheet } from './add-sheet.ts'
import { renderVml } from './render-vml.ts'

/** Word knows no `white-space`, but a paragraph of it is always wrapped. */
const wordSheet = ':where(pre){white-space:pre-wrap}'

/** Shows in a browser what classic Outlook draws otherwise, once all is taken away that it does not know. */
export function renderAsWord(document: Root): void {
  renderVml(document)
  addSheet(document, wordSheet)
}
