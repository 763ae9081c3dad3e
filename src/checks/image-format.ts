import { parseImageSize } from '../images/parse-image-size.ts'
import { formatClientList, resolvePlatforms } from '../mail-clients/features.ts'
import { findLackingClients } from '../mail-clients/lacking-clients.ts'
import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'

interface Format {
  name: string
  /** Caniemail's name for it; without one, no mail client is known to show it. */
  slug?: string
  instead: string
}

const photo = 'Save it as JPEG.'
const either = 'Save it as JPEG or PNG.'
const drawing = 'Save it as PNG, twice as large as it is shown.'

const formats: Record<string, Format> = {
  webp: { name: 'WebP', slug: 'image-webp', instead: either },
  svg: { name: 'SVG', slug: 'image-svg', instead: drawing },
  avif: { name: 'AVIF', slug: 'image-avif', instead: photo },
  heic: { name: 'HEIC', slug: 'image-heif', instead: photo },
  tiff: { name: 'TIFF', slug: 'image-tiff', instead: photo },
  bmp: { name: 'BMP', slug: 'image-bmp', instead: drawing },
  ico: { name: 'ICO', slug: 'image-ico', instead: drawing },
  jxl: { name: 'JPEG XL', instead: photo },
  jp2: { name: 'JPEG 2000', instead: photo },
  psd: { name: 'Photoshop', instead: either },
}

/** What bytes and endings are called besides. */
const aliases: Record<string, string> = {
  heif: 'heic',
  hif: 'heic',
  tif: 'tiff',
  svgz: 'svg',
}
const fine = ['png', 'jpg', 'gif']

export const imageFormat = defineCheck({
  name: 'image-format',
  summary: 'Pictures are in a format that the mail clients in the config’s `clients` show.',
  note: 'Every mail client shows PNG, JPEG and GIF; caniemail.com lists which clients show other formats. To accept a format such as `svg`, add it to the option `allow`.',
  level: 'warning',
  options: { allow: [] as string[] },
  run(context, report, { allow }) {
    const clients = resolvePlatforms(context.settings.clients)
    for (const { src, copy, at } of extractShownImages(context)) {
      const found = copy ? parseImageSize(copy.bytes)?.type : parseExtension(src)
      const key = found && (aliases[found] ?? found)
      if (!key || fine.includes(key) || allow.includes(key)) continue
      // An ending that says nothing may be part of a script's address; bytes do not lie.
      const format = formats[key] ?? (copy ? { name: key.toUpperCase(), instead: either } : undefined)
      const lack = format && formatLackingClients(format, clients)
      if (!lack) continue
      const shown = copy?.source ?? src
      report(`Unexpected ${format.name} picture \`${shown}\`, expected PNG, JPEG or GIF`, {
        at,
        note: `${lack} ${format.instead}`,
      })
    }
  },
})

/** Of a picture on the web; what is wrong with one beside the issue was said when it was looked for. */
function parseExtension(src: string): string | undefined {
  if (!/^https?:/i.test(src)) return undefined
  return /\.([a-z0-9]{2,5})(?:[?#]|$)/i.exec(src.replace(/^https?:\/\/[^/]*/i, ''))?.[1]?.toLowerCase()
}

/** @returns nothing when all the clients show it; what some convert is shown */
function formatLackingClients({ slug }: Format, clients: readonly string[]): string | undefined {
  if (slug === undefined) return 'No mail client is known to show it.'
  const { lacking } = findLackingClients({ slug, words: '', value: '' }, clients)
  if (lacking.length === 0) return undefined
  return `Not shown by ${formatClientList(lacking, clients)} (caniemail.com, \`${slug}\`).`
}
