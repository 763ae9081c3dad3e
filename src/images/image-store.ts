import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import { memoize } from '../hast/memoize.ts'
import type { ImageCopy, Picture } from '../types.ts'
import { decodePath } from '../urls/decode-path.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import { isWindowsDevice } from '../urls/windows-names.ts'
import { findFolder, formatReadError, type ImageBase, type ImageProblem } from './format-read-error.ts'
import type { ImageSize } from './parse-image-size.ts'
import { parseWholeImage } from './parse-whole-image.ts'

/** The bytes of an image, or why it cannot be read. */
export type ImageRead = { bytes: Uint8Array } | ImageProblem

export interface ImageStoreOptions {
  /** Reads an image by its path relative to the newsletter's root. */
  readImage: (path: string) => ImageRead
  /** The issue's file, relative to the newsletter's root. */
  issuePath: string
  /** The config's `url`. */
  url?: string | undefined
  /** The URL of the folder that images will be uploaded to; without it, addresses are relative to the email's folder. */
  baseUrl?: string | undefined
  slug: string
  /** The greatest width of an image, in CSS pixels. */
  column: number
  /** Replaces the tokens of merge tags by native merge tags. */
  restore: (text: string) => string
}

export type StoredImage = { picture: Picture } | { reason: string; note: string }

/** The images of one email. Each is read once, named by its content, and listed in `copies`. */
export interface ImageStore {
  /** The files to copy to the output, sorted by path. */
  copies: ImageCopy[]
  /** True for an address that `resolve` returned for a local image. */
  has(src: string): boolean
  /**
   * Resolves an image as the author wrote it to its address and size in the email; reads a local file and adds it to
   * `copies`.
   * @param address a path or a URL
   * @param from what a path is relative to
   * @returns the image, or the reason and note of a message
   */
  resolve(address: string, from: ImageBase): StoredImage
  /**
   * Adds a picture that is drawn and not read: it is named and copied as one of the issue.
   * @param path what messages call it; its last part and the content give the copy its name
   * @param size in CSS pixels
   */
  add(path: string, bytes: Uint8Array, size: { width: number; height: number }): Picture
}

/** Creates the store for one email. */
export function createImageStore(options: ImageStoreOptions): ImageStore {
  const copies = new Map<string, ImageCopy>()
  const resolved = new Map<string, StoredImage>()
  const sources = new Set<string>()
  const addCopy = (path: string, bytes: Uint8Array, type: string): string => {
    const output = formatOutputName(path, bytes, type)
    copies.set(output, { source: path, output, bytes })
    const src = options.baseUrl ? `${options.baseUrl}/${encodeURIComponent(options.slug)}/${output}` : output
    sources.add(src)
    return src
  }
  const resolveLocal = (path: string, address: string, from: ImageBase): StoredImage => {
    const read = options.readImage(path)
    if ('problem' in read) return formatReadError(read, address, path, { from, issuePath: options.issuePath })
    const size = parseWholeImage(read.bytes, address, path)
    if ('reason' in size) return size
    const src = addCopy(path, read.bytes, size.type)
    return { picture: { src, ...fitToColumn(size, path, options.column) } }
  }
  return {
    get copies() {
      return [...copies.values()].sort((a, b) => (a.output < b.output ? -1 : 1))
    },
    has: (src) => sources.has(src),
    resolve(address, from) {
      if (address.trim() === '')
        return {
          reason: 'Missing address of an image',
          note: 'Write the path of an image file, relative to the issue, or a whole address: `https://…`.',
        }
      const plain = options.restore(address)
      if (plain !== address || /^(https?:)?\/\//i.test(address) || address.startsWith('/'))
        return resolveRemote(address, options)
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return reportScheme(address)
      const folder = findFolder(from, options.issuePath)
      const path = posix.normalize(posix.join(folder, decodePath(address.replace(/[?#].*$/s, ''))))
      const known = resolved.get(path)
      // A message quotes the address, which two addresses of one path write in different ways.
      const result = known && 'picture' in known ? known : resolveLocal(path, address, from)
      resolved.set(path, result)
      return result
    },
    add: (path, bytes, size) => ({ src: addCopy(path, bytes, posix.extname(path).slice(1)), ...size }),
  }
}

function resolveRemote(address: string, options: ImageStoreOptions): StoredImage {
  const link = resolveLink(address, options)
  return 'url' in link ? { picture: { src: link.url, width: null, height: null } } : link
}

function reportScheme(address: string): StoredImage {
  const scheme = address.slice(0, address.indexOf(':') + 1)
  return {
    reason: `Unexpected scheme \`${scheme}\` in an image's address, expected a path or \`https:\``,
    note: 'Mail clients load no other kind of address. Save the picture as a file beside the issue.',
  }
}

/** The size in CSS pixels. An image named `@2x`, or wider than the column, is taken as one for double density. */
function fitToColumn(size: ImageSize, path: string, column: number): { width: number; height: number } {
  const double = /@2x\.[^.]+$/i.test(path) || size.width > column
  const width = double ? Math.round(size.width / 2) : size.width
  const height = double ? Math.round(size.height / 2) : size.height
  if (width <= column) return { width, height }
  return { width: column, height: Math.round((size.height * column) / size.width) }
}

/** The bytes of a picture are read once for all emails of an issue, and stay as they are. */
const digest = memoize((bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 8))

/** `images/leak.3fa9c1d2.png`: a changed image has a new address, so that no mail client's proxy shows the old one. */
function formatOutputName(path: string, bytes: Uint8Array, type: string): string {
  const { name } = posix.parse(path)
  const safe = name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'image'
  return `images/${isWindowsDevice(safe) ? `image-${safe}` : safe}.${digest(bytes)}.${type}`
}
