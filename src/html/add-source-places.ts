import type { Root } from 'hast'
import { visit } from 'unist-util-visit'

/** Marks each element with the place in the Markdown that it comes from: `120-164`, its offsets. */
export function addSourcePlaces(tree: Root): void {
  visit(tree, 'element', ({ position, properties }) => {
    const { start, end } = position ?? {}
    if (start?.offset !== undefined && end?.offset !== undefined)
      properties.dataO = `${start.offset}-${end.offset}`
  })
}
