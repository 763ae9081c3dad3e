import { isTruncated } from './is-truncated.ts'
import { type ImageSize, parseImageSize } from './parse-image-size.ts'

/** The largest file that is read as a picture, in bytes; most mail servers accept no message of half that size. */
export const maxImageBytes = 50_000_000

/** The most pixels of a picture; no camera of a phone makes more. A client would need four bytes of memory for each. */
const maxPixels = 250_000_000

export interface ImageFault {
  reason: string
  note: string
}

/**
 * Parses the size of a picture and finds what keeps it from being shown, or makes it dangerous to serve.
 * @param bytes the file's content
 * @param address as it was written
 * @param path the file's path relative to the newsletter's root
 */
export function parseWholeImage(bytes: Uint8Array, address: string, path: string): ImageSize | ImageFault {
  if (bytes.length > maxImageBytes) return formatSizeFault(bytes.length, address)
  const cannotRead = `Cannot read the image \`${address}\`, expected`
  if (bytes.length === 0)
    return { reason: `${cannotRead} a picture`, note: `\`${path}\` is empty. Save or download it again.` }
  if (isTruncated(bytes)) {
    const note = `\`${path}\` ends before the picture does, so that readers would see a part of it, or nothing. Save or download it again.`
    return { reason: `${cannotRead} a whole file`, note }
  }
  const size = parseImageSize(bytes)
  if (!size) {
    const note = 'The file is in no known image format. Save it as PNG, JPEG or GIF.'
    return { reason: `${cannotRead} a picture`, note }
  }
  const { width, height } = size
  if (width * height > maxPixels)
    return {
      reason: `Unexpected size of the image \`${address}\`: ${width} × ${height} pixels, expected at most ${maxPixels / 1e6} million pixels`,
      note: `No mail client can show a picture of that size. If \`${path}\` is not that large, it is damaged: save it again.`,
    }
  return (size.type === 'svg' && findActiveContent(bytes, address)) || size
}

/**
 * Formats the message for a file that is too large to be a picture of an email.
 * @param length in bytes
 */
export function formatSizeFault(length: number, address: string): ImageFault {
  return {
    reason: `Unexpected ${Math.round(length / 1e6)} MB of the image \`${address}\`, expected at most ${maxImageBytes / 1e6} MB`,
    note: 'Nobody would wait for it. Save it as JPEG, PNG or GIF, twice as many pixels wide as it is shown.',
  }
}

/** What runs or is loaded when an SVG is opened by its own address, which `<img>` prevents and a link to the file does not. */
const activeContents: [what: string, pattern: RegExp][] = [
  ['a script', /<(?:[\w-]+:)?script\b|<[^<>]*[\s"'/]on[a-z]+\s*=|["'=]\s*javascript:/i],
  ['an external entity', /<!ENTITY\s+(?:%\s+)?[^\s"'>]+\s+(?:SYSTEM|PUBLIC)\b/i],
  ['HTML', /<(?:[\w-]+:)?foreignObject\b/i],
]

function findActiveContent(bytes: Uint8Array, address: string): ImageFault | undefined {
  const text = new TextDecoder().decode(bytes)
  const what = activeContents.find(([, pattern]) => pattern.test(text))?.[0]
  if (what === undefined) return undefined
  return {
    reason: `Unexpected SVG \`${address}\` with ${what}, expected one that only draws`,
    note: 'It would run or load something when somebody opens the picture on its own, at your address. Remove it from the file, or save the drawing as PNG.',
  }
}
