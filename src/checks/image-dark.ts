import type { Element } from 'hast'
import { createCascade } from '../css/cascade.ts'
import { contrastRatio, type Rgb, toHex } from '../css/contrast.ts'
import { getInk, type InkColour } from '../images/measure-inks.ts'
import { type CheckContext, defineCheck, type Origin } from './check.ts'
import { extractShownImages, type ShownImage } from './readers/extract-shown-images.ts'
import { resolveTextColours } from './readers/resolve-text-colours.ts'

export const imageDark = defineCheck({
  name: 'image-dark',
  summary: 'Transparent pictures can be seen in dark mode.',
  note: 'Through a transparent picture the ground of dark mode is seen, on which dark letters and lines disappear. The pixels of PNG files are measured; GIF, WebP and SVG are not.',
  level: 'warning',
  options: { min: 2 },
  run(context, report, { min }) {
    const measured = extractShownImages(context).filter(({ copy }) => copy && getInk(copy).length > 0)
    if (measured.length === 0) return
    const cascade = createCascade(context.document)
    if (!cascade.supportsDark) return
    const pictures = new Map<Element, ShownImage>(measured.map((picture) => [picture.element, picture]))
    const seen = new Set<string>()
    const visitPicture = (element: Element, { background }: { background: Rgb | undefined }) => {
      const picture = pictures.get(element)
      if (!picture?.copy || !background || !isDarkGround(background)) return
      const { source } = picture.copy
      const key = `${formatPlace(picture.at)} ${source}`
      if (seen.has(key) || !isLost(getInk(picture.copy), background, min)) return
      seen.add(key)
      report(
        `Unexpected dark picture \`${source}\` on the ground \`${toHex(background)}\` of dark mode, expected a contrast of at least ${min} to 1`,
        { at: picture.at, note: `${imageDark.note} ${formatRemedy(picture, context)}` },
      )
    }
    resolveTextColours(context.document, cascade, 'dark', () => undefined, visitPicture)
  },
})

/** A logo that the config names has no place in the issue, and is reported once. */
function formatPlace({ file, position }: Origin): string {
  return `${file.path}:${position?.start.line}:${position?.start.column}`
}

/** A template may give pictures a light ground in dark mode, too: on it, a picture looks as it does by day. */
function isDarkGround(ground: Rgb): boolean {
  return contrastRatio(ground, [255, 255, 255]) > contrastRatio(ground, [0, 0, 0])
}

/** The share of edges among the pixels of letters and lines; in a photo with round corners it is less. */
const leastEdge = 0.04

/** Lost is a picture that is dark all over, and one of letters and lines most of whose edges are dark. */
function isLost(ink: InkColour[], ground: Rgb, min: number): boolean {
  const sum = (colours: InkColour[], key: 'pixels' | 'edge') =>
    colours.reduce((all, colour) => all + colour[key], 0)
  const low = ink.filter(({ rgb }) => contrastRatio(rgb, ground) < min)
  const [pixels, edge] = [sum(ink, 'pixels'), sum(ink, 'edge')]
  if (sum(low, 'pixels') >= 0.9 * pixels) return true
  return edge >= leastEdge * pixels && sum(low, 'edge') > 0.5 * edge
}

/** What to do, which depends on what has a picture for dark mode. */
function formatRemedy({ copy, element }: ShownImage, { theme, settings, originOf }: CheckContext): string {
  const source = copy?.source
  const { logo, 'logo-dark': dark } = theme.tokens
  const records = Object.entries(settings.sponsors).flatMap(([id, record]) =>
    typeof record === 'object' ? [{ id, ...record }] : [],
  )
  const darkOnes = [dark, ...records.map((record) => record['logo-dark'])]
  if (darkOnes.includes(source)) return 'This is a `logo-dark`, which needs light letters.'
  if (logo === source) return 'Name a light one in the config: `theme: { logo-dark: … }`.'
  const sponsor = records.find((record) => record.logo === source)
  if (sponsor)
    return `Name a light one in the config or in \`sponsors.yml\`: \`sponsors: { ${sponsor.id}: { logo-dark: … } }\`.`
  if (/(?:^|\/)logo\.html$/.test(originOf(element).file.path ?? ''))
    return 'Name a light one on the block: `{logo-dark="…"}`.'
  return 'Fill its ground with a light colour, or give the letters and lines a light outline.'
}
