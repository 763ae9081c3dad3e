import { createHash } from 'node:crypto'
import { posix } from 'node:path'
import type { ImageCopy, Picture } from '../types.ts'
import { decodePath } from '../urls/decode-path.ts'
import { resolveLink } from '../urls/resolve-link.ts'
import { type ImageSize, parseImageSize } from './parse-image-size.ts'

/** What came of looking for an image: its bytes, or why there are none. */
export type ImageRead = { bytes: Uint8Array } | { problem: 'missing' | 'outside' | 'unreadable' }

export interface ImageStoreOptions {
  /** The bytes of an image by its path relative to the newsletter's root. */
  readImage: (path: string) => ImageRead
  /** The issue's file, relative to the newsletter's root. */
  issuePath: string
  /** The config's `url`. */
  url?: string | undefined
  /** Where the images will lie on the web; without it they are addressed relative to the email's folder. */
  baseUrl?: string | undefined
  slug: string
  /** The widest that a picture is shown, in CSS pixels. */
  column: number
  /** Puts native merge tags back. */
  restore: (text: string) => string
}

export type StoredImage = { picture: Picture } | { reason: string; note: string }

/** The pictures of one email: each is read once, named by its content, and listed to be copied. */
export interface ImageStore {
  copies: ImageCopy[]
  /** True for an address that the store handed out. */
  has(src: string): boolean
  /**
   * @param address as the author wrote it
   * @param from what a path is relative to
   */
  take(address: string, from: 'issue' | 'root'): StoredImage
}

export function createImageStore(options: ImageStoreOptions): ImageStore {
  const copies = new Map<string, ImageCopy>()
  const taken = new Map<string, StoredImage>()
  const given = new Set<string>()
  const takeLocal = (path: string, address: string, from: 'issue' | 'root'): StoredImage => {
    const read = options.readImage(path)
    if ('problem' in read) return explain(read.problem, address, path, from)
    const size = parseImageSize(read.bytes)
    if (!size) {
      const note = 'The file is in no known image format. Save it as PNG, JPEG or GIF.'
      return { reason: `Cannot read the image \`${address}\`, expected a picture`, note }
    }
    const output = toOutputName(path, read.bytes, size.type)
    copies.set(output, { source: path, output, bytes: read.bytes })
    const src = options.baseUrl ? `${options.baseUrl}/${encodeURIComponent(options.slug)}/${output}` : output
    given.add(src)
    return { picture: { src, ...shown(size, path, options.column) } }
  }
  return {
    get copies() {
      return [...copies.values()].sort((a, b) => (a.output < b.output ? -1 : 1))
    },
    has: (src) => given.has(src),
    take(address, from) {
      if (address.trim() === '')
        return {
          reason: 'Missing address of an image',
          note: 'Write a path beside the issue, or a whole address.',
        }
      const plain = options.restore(address)
      if (plain !== address || /^(https?:)?\/\//i.test(address) || address.startsWith('/'))
        return remote(address, options)
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) return unknownScheme(address)
      const folder = from === 'issue' ? posix.dirname(options.issuePath) : '.'
      const path = posix.normalize(posix.join(folder, decodePath(address.replace(/[?#].*$/s, ''))))
      const result = taken.get(path) ?? takeLocal(path, address, from)
      taken.set(path, result)
      return result
    },
  }
}

function remote(address: string, options: ImageStoreOptions): StoredImage {
  const resolved = resolveLink(address, options)
  return 'url' in resolved ? { picture: { src: resolved.url, width: null, height: null } } : resolved
}

function unknownScheme(address: string): StoredImage {
  const scheme = address.slice(0, address.indexOf(':') + 1)
  return {
    reason: `Unexpected scheme \`${scheme}\` in an image's address, expected a path or \`https:\``,
    note: 'Mail clients load no other kind of address. Save the picture as a file beside the issue.',
  }
}

function explain(
  problem: 'missing' | 'outside' | 'unreadable',
  address: string,
  path: string,
  from: 'issue' | 'root',
): StoredImage {
  if (problem === 'outside')
    return {
      reason: `Unexpected image path \`${address}\`, expected one inside the newsletter's folder`,
      note: 'Nothing outside that folder is ever read into an email, not through a symbolic link either. Copy the picture into it.',
    }
  if (problem === 'unreadable')
    return {
      reason: `Cannot read the image \`${address}\``,
      note: `\`${path}\` is there, but cannot be read: it is a folder, or its permissions forbid it.`,
    }
  return {
    reason: `Cannot find the image \`${address}\``,
    note: `Looked for \`${path}\`. ${from === 'issue' ? 'A path is relative to the Markdown file that it stands in.' : 'A path in the config begins in the newsletter’s folder.'}`,
  }
}

/** The size in CSS pixels: a picture made for double density is halved when it would overflow the column. */
function shown(size: ImageSize, path: string, column: number): { width: number; height: number } {
  const double = /@2x\.[^.]+$/i.test(path) || size.width > column
  const width = double ? Math.round(size.width / 2) : size.width
  const height = double ? Math.round(size.height / 2) : size.height
  if (width <= column) return { width, height }
  return { width: column, height: Math.round((size.height * column) / size.width) }
}

/** `images/leak.3fa9c1d2.png`: a changed picture has another address, so that no proxy shows the old one. */
function toOutputName(path: string, bytes: Uint8Array, type: string): string {
  const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 8)
  const { name } = posix.parse(path)
  const safe = name.replace(/[^A-Za-z0-9_-]+/g, '-').replace(/^-+|-+$/g, '') || 'image'
  return `images/${safe}.${hash}.${type}`
}
