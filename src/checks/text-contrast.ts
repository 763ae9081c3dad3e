import type { Element } from 'hast'
import { createCascade } from '../css/cascade.ts'
import { contrastRatio, type Rgb, toHex } from '../css/contrast.ts'
import type { ColourScheme } from '../css/media-queries.ts'
import { listNames } from '../diagnostics/list-names.ts'
import { memoize } from '../hast/memoize.ts'
import { isReadable } from '../private-use.ts'
import type { Theme } from '../theme/theme.ts'
import { defineCheck } from './check.ts'
import { resolveTextColours, type TextColours } from './readers/resolve-text-colours.ts'

const why =
  'WCAG 2.2, 1.4.3 requires 4.5 to 1, or 3 to 1 for large text (24 px, or 18.66 px in bold). Change one of the two colours: a design token in the config’s `theme:` or the template’s `theme.yml`, or the colour in the HTML. Text on pictures is not checked.'

export const textContrast = defineCheck({
  name: 'text-contrast',
  summary: 'Text has enough contrast with its background, in light and in dark mode.',
  note: why,
  level: 'warning',
  options: { min: 4.5, large: 3 },
  run({ document, theme }, report, { min, large }) {
    const cascade = createCascade(document)
    const schemes: ColourScheme[] = cascade.supportsDark ? ['light', 'dark'] : ['light']
    for (const scheme of schemes) {
      const seen = new Set<string>()
      resolveTextColours(
        document,
        cascade,
        scheme,
        (text: string, element: Element, colours: TextColours) => {
          const { colour, background } = colours
          if (!colour || !background || !isReadable(text)) return
          const needed = isLarge(colours) ? large : min
          const ratio = measureFrom(background)(colour)
          if (ratio >= needed) return
          const pair = `\`${toHex(colour)}\` on \`${toHex(background)}\``
          if (seen.has(`${needed} ${pair}`)) return
          seen.add(`${needed} ${pair}`)
          const where = scheme === 'dark' ? ' in dark mode' : ''
          report(
            `Unexpected contrast of ${formatRatio(ratio)} to 1${where}, ${pair}, expected at least ${needed} to 1`,
            { at: element, note: formatNote([colour, background], theme) },
          )
        },
      )
    }
  },
})

/**
 * Creates a function that measures the contrast of colours with a background. Each pair is computed once: an email has few,
 * in many texts, and those from equal declarations are the same objects.
 */
const measureFrom = memoize((background: Rgb) => memoize((colour: Rgb) => contrastRatio(colour, background)))

/** Explains the rule, and names the design tokens with these colours. */
function formatNote(colours: Rgb[], { tokens }: Theme): string {
  const named = colours.map(toHex).flatMap((hex) => {
    const known = Object.keys(tokens).filter((name) => String(tokens[name]).toLowerCase() === hex)
    return known.length > 0 ? [`\`${hex}\` is the token ${listNames(known)}`] : []
  })
  return named.length > 0 ? `${why} In this template ${named.join(', ')}.` : why
}

/** WCAG 2.2, "large scale": 18 points (24 CSS pixels), or 14 points (18.66 CSS pixels) in bold. */
function isLarge({ size, bold }: { size: number; bold: boolean; colour?: Rgb | undefined }): boolean {
  return size >= 24 || (bold && size >= 18.66)
}

/** Rounded down, so that 4.49 is not reported as 4.5. */
function formatRatio(ratio: number): string {
  return (Math.floor(ratio * 10) / 10).toFixed(1)
}
