import { report } from '../../diagnostics/report.ts'
import { type BlockContent, defineBlock } from '../define-block.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** Reports a hero that cannot reach the edges of the sheet, and a button that leads nowhere. */
export const hero = defineBlock({
  name: 'hero',
  acceptsInvalid: true,
  resolve({ attributes }: BlockContent, { file, source, node, isNested }: ShippedBlockContext): undefined {
    // A block of the newsletter's own with this name is another one.
    if (!Object.hasOwn(attributes, 'image')) return
    if (isNested)
      report(file, 'Unexpected block `hero` within something else, expected it at the top level', {
        ruleId: 'block-place',
        place: openingLine(node, source),
        note: 'Its picture ends at the edges of the sheet, which another block, a list or a quotation is not as wide as. Move it out, or use `:::figure`.',
      })
    if (node.attributes?.button && !node.attributes.url)
      report(file, 'Missing attribute `url` of block `hero`, which its button leads to', {
        ruleId: 'block-attribute',
        place: attributePlace(node, 'button', source),
        note: 'Write `{url="…"}` behind the name, or remove `button`.',
      })
  },
})
