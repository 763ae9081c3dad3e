import { visit } from 'unist-util-visit'
import type { RootContent } from '../../types.ts'
import { defineBlock } from '../define-block.ts'
import { columnGap, measureColumn } from '../surroundings.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

export interface ColumnsExtra {
  /** The width of each column and the space between two of them, in CSS pixels. */
  column: number
  gap: number
}

/** Computes the width of the columns, and scales the pictures in them down to it. */
export const columns = defineBlock({
  name: 'columns',
  resolve({ parts }, { surroundings }: ShippedBlockContext): ColumnsExtra | undefined {
    // A block of the newsletter's own with this name is another one.
    if (parts.length === 0) return undefined
    const column = measureColumn(surroundings.room, parts.length)
    for (const part of parts) scaleImages(part, column)
    return { column, gap: columnGap }
  },
})

/** Classic Outlook ignores `max-width`: a picture that is wider than its column would widen it. */
function scaleImages(children: RootContent[], column: number): void {
  visit({ type: 'root', children }, 'image', ({ data }) => {
    const { width, height } = data?.hProperties ?? {}
    if (!data?.hProperties || typeof width !== 'number' || typeof height !== 'number' || width <= column)
      return
    data.hProperties.width = column
    data.hProperties.height = Math.round((height * column) / width)
  })
}
