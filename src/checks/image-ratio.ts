import type { Nodes } from 'hast'
import type { VFile } from 'vfile'
import { memoize } from '../hast/memoize.ts'
import { walkTree } from '../hast/walk-tree.ts'
import { startsWithToken } from '../private-use.ts'
import { type CheckContext, defineCheck } from './check.ts'
import { extractShownImages, type ShownImage } from './readers/extract-shown-images.ts'

export const imageRatio = defineCheck({
  name: 'image-ratio',
  summary: 'The issue has enough text besides its pictures.',
  note: 'With pictures blocked, hardly anything is left; nobody can search or enlarge text in a picture; and spam filters suspect an advertisement in a picture with few words (SpamAssassin, `HTML_IMAGE_ONLY_04`: up to 400 bytes of text). Write what the picture says as text, too.',
  level: 'warning',
  options: { min: 400 },
  run(context, report, { min }) {
    const pictures = extractShownImages(context).filter((picture) => isLarge(picture) && isShown(picture))
    const [first] = pictures
    if (!first) return
    const bytes = new TextEncoder().encode(extractWrittenText(context)).length
    if (bytes >= min) return
    const many = pictures.length === 1 ? 'a picture' : `${pictures.length} pictures`
    report(`Missing text beside ${many}: ${bytes} bytes of it, expected at least ${min}`, { at: first.at })
  },
})

/** Large enough to hold text; logos and portraits are not. */
function isLarge({ width, height }: ShownImage): boolean {
  return (width ?? 600) >= 200 && (height ?? 600) >= 100
}

/** Whether there is a picture: a path whose file is missing was reported when it was read. */
function isShown({ src, copy }: ShownImage): boolean {
  return copy !== undefined || /^[a-z][a-z\d+.-]*:/i.test(src) || startsWithToken(src)
}

/** The visible text of the issue and its blocks, without the text of the layout. */
function extractWrittenText({ document, file, originOf, restore }: CheckContext): string {
  const parts: string[] = []
  const isWritten = memoize((source: VFile) => source === file || /(?:^|\/)blocks\//.test(source.path ?? ''))
  walkTree<Nodes>(document, (node, parent) => {
    if (node.type !== 'text' || parent?.type !== 'element') return
    if (isWritten(originOf(parent).file)) parts.push(node.value)
  })
  return restore(parts.join('')).replace(/\s+/g, ' ').trim()
}
