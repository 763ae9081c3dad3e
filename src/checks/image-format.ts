import { parseImageSize } from '../images/parse-image-size.ts'
import { formatClientList, resolvePlatforms } from '../mail-clients/features.ts'
import { findLackingClients } from '../mail-clients/lacking-clients.ts'
import { defineCheck } from './check.ts'
import { extractShownImages } from './readers/extract-shown-images.ts'

interface Format {
  name: string
  /** The format's slug in caniemail's data; a format without one is not known to be shown by any mail client. */
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

/** Other names of the formats, as extensions and in file headers. */
const aliases: Record<string, string> = {
  heif: 'heic',
  hif: 'heic',
  tif: 'tiff',
  svgz: 'svg',
}
const supported = ['png', 'jpg', 'gif']

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
      if (!key || supported.includes(key) || allow.includes(key)) continue
      // An unknown extension may be part of a script's address. An unknown format of a file is reported.
      const format = formats[key] ?? (copy ? { name: key.toUpperCase(), instead: either } : undefined)
      const reason = format && formatLackingClients(format, clients)
      if (!reason) continue
      const shown = copy?.source ?? src
      report(`Unexpected ${format.name} picture \`${shown}\`, expected PNG, JPEG or GIF`, {
        at,
        cause: key,
        note: `${reason} ${format.instead}`,
      })
    }
  },
})

/** The extension of a picture on the web; a missing local file was reported when it was read. */
function parseExtension(src: string): string | undefined {
  if (!/^https?:/i.test(src)) return undefined
  return /\.([a-z0-9]{2,5})(?:[?#]|$)/i.exec(src.replace(/^https?:\/\/[^/]*/i, ''))?.[1]?.toLowerCase()
}

/** A sentence with the clients that do not show a format; `undefined` when all of them show or convert it. */
function formatLackingClients({ slug }: Format, clients: readonly string[]): string | undefined {
  if (slug === undefined) return 'No mail client is known to show it.'
  const { lacking } = findLackingClients({ slug, words: '', value: '' }, clients)
  if (lacking.length === 0) return undefined
  return `Not shown by ${formatClientList(lacking, clients)} (caniemail.com, \`${slug}\`).`
}
