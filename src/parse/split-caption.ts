import type { Paragraph, PhrasingContent } from 'mdast'

/** A picture with its caption. */
export interface CaptionedPicture {
  /** An image, or a link around nothing but an image. */
  picture: PhrasingContent
  /** The caption without its emphasis. */
  caption: PhrasingContent[]
}

/**
 * Splits a paragraph that is a picture and, on the lines below it, nothing but emphasis. Many editors and generators write
 * a caption so, since Markdown has none:
 *
 * ```markdown
 * ![A leak](leak.png)
 * _The leak, in May_
 * ```
 *
 * @returns `undefined` for any other paragraph
 */
export function splitCaption({ children }: Paragraph): CaptionedPicture | undefined {
  const [picture, ...rest] = children
  if (!picture || !isPicture(picture) || !rest[0] || !isLineBreak(rest[0])) return undefined
  const below = rest.slice(rest.findIndex((node) => !isLineBreak(node)))
  if (!below.every((node) => node.type === 'emphasis' || isLineBreak(node))) return undefined
  return { picture, caption: below.flatMap((node) => (node.type === 'emphasis' ? node.children : [node])) }
}

function isPicture(node: PhrasingContent): boolean {
  if (node.type === 'image' || node.type === 'imageReference') return true
  if (node.type !== 'link' && node.type !== 'linkReference') return false
  const [image, ...others] = node.children
  return (image?.type === 'image' || image?.type === 'imageReference') && others.length === 0
}

function isLineBreak(node: PhrasingContent): boolean {
  if (node.type === 'break') return true
  if (node.type === 'html') return /^<br\s*\/?>\s*$/i.test(node.value)
  return node.type === 'text' && /^\s*\n\s*$/.test(node.value)
}
