import type { Element } from 'hast'
import { toString as toText } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { CheckContext, Origin } from './check.ts'
import { defineCheck } from './check.ts'
import { extractShownImages, type ShownImage } from './readers/extract-shown-images.ts'

export const imageAlt = defineCheck({
  name: 'image-alt',
  summary: 'Pictures have an alternative text.',
  note: 'Classic Outlook and many companies block pictures until the reader asks for them, and screen readers read the text out (WCAG 1.1.1). Write what the picture shows: `![words](…)`. Leave the text empty only for decoration: `<img src="…" alt="">`.',
  level: 'warning',
  run(context, report) {
    for (const { element, src, link, at, ...image } of extractShownImages(context)) {
      const { alt } = element.properties
      if (isPixel(element)) continue
      if (typeof alt !== 'string') report('Missing alternative text (`alt`) of a picture', { at })
      else if (alt.trim() === '' && link && !isHidden(link) && isOnlyContent(link, element))
        report('Missing alternative text of a picture that is all of a link', { at })
      else if (alt === '' && !link && isMarkdown(at, context) && !isSmall(image))
        report('Missing alternative text of a picture', { at })
      else if (isFileName(alt.trim(), extractFileName(src, context)))
        report(`Unexpected alternative text \`${alt}\`, expected what the picture shows`, {
          at,
        })
    }
  },
})

/** Whether a picture was written as `![](…)`, whose missing words may have been forgotten, unlike those of `alt=""`. */
function isMarkdown({ file, position }: Origin, context: CheckContext): boolean {
  const offset = position?.start.offset
  return file === context.file && offset !== undefined && String(file).startsWith('![', offset)
}

/** Whether screen readers pass a link over, since another one beside it has the same address and words. */
function isHidden({ properties }: Element): boolean {
  return String(properties.ariaHidden) === 'true'
}

/** The width below which a picture may be decoration, an icon say, in CSS pixels. */
const iconSize = 100

function isSmall({ width, height }: Pick<ShownImage, 'width' | 'height'>): boolean {
  return (width !== null && width < iconSize) || (height !== null && height < iconSize)
}

/** A tracking pixel shows nothing. */
function isPixel({ properties }: Element): boolean {
  return Number(properties.width) === 1 && Number(properties.height) === 1
}

/**
 * Whether neither a link nor the pictures in it have a text. True only for the first of the pictures, so that the link is
 * reported once.
 */
function isOnlyContent(link: Element, picture: Element): boolean {
  const pictures: Element[] = []
  visit(link, { tagName: 'img' }, (node) => void pictures.push(node as Element))
  const isWordless = pictures.every(({ properties }) => String(properties.alt ?? '').trim() === '')
  return toText(link).trim() === '' && isWordless && pictures[0] === picture
}

/** The name of the picture's file, without folders and extension. */
function extractFileName(src: string, { images }: CheckContext): string {
  const copy = images.find(({ output }) => src === output || src.endsWith(`/${output}`))
  const path = copy?.source ?? src.replace(/[?#].*$/s, '')
  return (/([^/]*)$/.exec(path)?.[1] ?? '').replace(/\.\w+$/, '')
}

const imageExtension = /^[^\n]{1,200}\.(?:png|jpe?g|gif|webp|svg|avif|heic|bmp|tiff?)$/i
/** File names that cameras, phones and screenshot tools give. */
const cameraName =
  /^(?:(?:img|dsc|dscn|dscf|pxl|mvimg|image|screenshot|screen shot|bildschirmfoto|capture d’écran|スクリーンショット)[\s_-]*\(?[\d][\d\s_.:()-]*(?:at|um|am|pm)?[\d\s_.:()-]*|[\da-f]{8}-[\da-f-]{27}|[\da-f]{16,})$/i
/** Words that say that there is a picture, and not what it shows, in several languages. */
const placeholder =
  /^(?:(?:an? |the )?(?:image|img|picture|photo|pic|photograph|screen ?-?shot|graphic|thumbnail)|(?:image|photo|picture|screenshot) of|alt|alt[ -]?text|alternative text|(?:header|hero|cover|banner|featured|article) image|untitled|placeholder|logo\d+|(?:ein )?(?:bild|foto|bildschirmfoto)|grafik|capture d[’']écran|imagen|captura de pantalla|immagine|imagem|afbeelding|画像|写真|スクリーンショット|图片|圖片|照片|截图|이미지|사진)$/i

function isFileName(alt: string, name: string): boolean {
  if (imageExtension.test(alt) && !/\s(?:a|an|the|of|in|on)\s/i.test(alt)) return true
  if (cameraName.test(alt) || placeholder.test(alt)) return true
  // A file name of several words joined by hyphens or underscores, without its extension.
  return alt === name && /^[a-z0-9]+(?:[_-][a-z0-9]+)+$/i.test(alt) && /\d|_|-.*-/.test(alt)
}
