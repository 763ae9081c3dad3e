import { report } from '../../diagnostics/report.ts'
import { createVideoStill } from '../../images/create-video-still.ts'
import type { Picture } from '../../types.ts'
import { type BlockContent, defineBlock } from '../define-block.ts'
import { attributePlace } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

export interface VideoExtra {
  /** The picture with the mark drawn into it. */
  still: Picture
  /** The words of its label. */
  title: string
}

/** Draws the mark of a video into a copy of its picture. */
export const video = defineBlock({
  name: 'video',
  resolve({ attributes, label }: BlockContent, context: ShippedBlockContext): VideoExtra | undefined {
    // A block of the newsletter's own with this name is another one.
    if (!attributes.image) return undefined
    const still = drawStill(attributes.image as Picture, context)
    return still && { still, title: context.literal(context.formatWords(label ?? [])) }
  },
})

function drawStill(picture: Picture, context: ShippedBlockContext): Picture | undefined {
  const { node, file, source, imageStore } = context
  const address = node.attributes?.image ?? ''
  const reportImage = (reason: string, note: string): undefined => {
    report(file, reason, { ruleId: 'video-image', place: attributePlace(node, 'image', source), note })
  }
  const copy = imageStore.copies.find(({ output }) => picture.src.endsWith(output))
  if (!copy)
    return reportImage(
      `Unexpected address \`${address}\` of a video’s picture, expected a file beside the issue`,
      'The mark that tells readers of a video is drawn into a copy of the picture. Save the picture beside the issue, and write its path.',
    )
  const still = createVideoStill(copy.bytes)
  if ('bytes' in still) {
    const { width, height } = picture
    const size = { width: width ?? 0, height: height ?? 0 }
    return imageStore.add(copy.source.replace(/\.\w+$/, `-video.${still.type}`), still.bytes, size)
  }
  if (still.problem === 'damaged')
    return reportImage(
      `Cannot decode the image \`${address}\``,
      'It is damaged, or too large to be drawn into. Save it again as PNG or JPEG, 1200 pixels wide.',
    )
  return reportImage(
    `Unexpected format of the image \`${address}\`, expected PNG or JPEG`,
    'The mark that tells readers of a video is drawn into a copy of it. Save the picture in one of the two formats.',
  )
}
