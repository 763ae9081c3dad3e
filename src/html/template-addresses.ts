import type { Position } from 'unist'
import type { VFile } from 'vfile'
import { replaceCssAddresses } from '../css/replace-addresses.ts'
import { createPoints } from '../diagnostics/points.ts'
import { report } from '../diagnostics/report.ts'
import { startTag } from '../hast/start-tag.ts'
import type { ImageStore } from '../images/image-store.ts'
import { hasPrivateUse } from '../private-use.ts'
import type { Settings } from '../settings.ts'
import { hasNativeTag } from '../targets/has-native-tag.ts'
import { marker } from '../theme/source-markers.ts'
import type { Theme } from '../theme/theme.ts'
import { type LinkBase, resolveLink } from '../urls/resolve-link.ts'

export interface TemplateAddressContext {
  theme: Theme
  imageStore: ImageStore
  links: LinkBase
  settings: Settings
}

/** Where an address was written, and what its path is relative to. */
interface AddressSource {
  file: VFile
  place: Position | undefined
  from: Parameters<ImageStore['resolve']>[1]
}

/**
 * Resolves the addresses that templates themselves contain in the rendered page: pictures (`src`, `background`, `url()`)
 * beside a template's file are put into the email as those beside an issue are, and links have to be whole. Addresses
 * that a template only prints are resolved already.
 * @param page the rendered page with source markers
 */
export function resolveTemplateAddresses(page: string, context: TemplateAddressContext): string {
  const files = [...context.theme.files.values()]
  return page.replace(startTag, (tag) => {
    if (!hasAddress.test(tag)) return tag
    const origin = originPattern.exec(tag)
    const [, number, line, column, isInBlock] = origin ?? []
    const file = files[Number(number)]
    if (!origin || !file) return tag
    let source: TagSource | undefined
    const findSource = () => {
      source ??= sourceOf(file, Number(line), Number(column), isInBlock !== undefined)
      return source
    }
    return resolveTag(tag, findSource, context)
  })
}

const originPattern = new RegExp(` ${marker}="t(\\d+):(\\d+):(\\d+)(@[\\d-]+)?"`)
const attribute = / (src|background|href|style)=("[^"]*"|'[^']*')/gi

/** Attributes that can have an address; most elements have none. */
const hasAddress = / (?:src|background|href|style)=/i

/** Elements whose `src` is a picture, those of VML included. */
const pictures = /^<(?:img|input|v:fill|v:image|v:imagedata)[\s/>]/i

/** A tag in a template's file, as it is written there. */
interface TagSource {
  file: VFile
  offset: number
  written: string
  isInBlock: boolean
}

/** Most addresses are whole, so that the tag is not searched for in its file. */
type FindSource = () => TagSource

function sourceOf(file: VFile, line: number, column: number, isInBlock: boolean): TagSource {
  const offset = createPoints(file).toOffset({ line, column }) ?? 0
  const text = String(file).slice(offset)
  return { file, offset, written: new RegExp(startTag.source, 'i').exec(text)?.[0] ?? text, isInBlock }
}

function resolveTag(tag: string, findSource: FindSource, context: TemplateAddressContext): string {
  let size = ''
  const resolved = tag.replace(attribute, (whole, name: string, quoted: string) => {
    const [quote = ''] = quoted
    const value = quoted.slice(1, -1)
    const attributeName = name.toLowerCase()
    if (isFinal(attributeName, value, context.imageStore)) return whole
    if (hasPrivateUse(value) || hasNativeTag(value, context.settings)) return whole
    if (attributeName === 'href') return ` ${name}=${quote}${resolveHref(value, findSource, context)}${quote}`
    if (attributeName === 'style') {
      const style = replaceCssAddresses(value, ({ address }) =>
        resolvePicture(address, () => locate(address, findSource()), context),
      )
      return ` ${name}=${quote}${style}${quote}`
    }
    if (attributeName === 'src' && !pictures.test(tag)) return whole
    const { imageStore } = context
    const src = resolvePicture(value, () => locate(value, findSource()), context)
    if (/^<img/i.test(tag) && src !== value && !/ width=/i.test(tag))
      size = formatSize(value, findSource(), imageStore)
    return ` ${name}=${quote}${src}${quote}`
  })
  return size === '' ? resolved : resolved.replace(/\s*\/?>$/, `${size}>`)
}

/** Whether nothing in the value of an attribute is to be resolved, as in most: a search for merge tags takes longer. */
function isFinal(name: string, value: string, imageStore: ImageStore): boolean {
  if (name === 'href') return wholeHref.test(value)
  return name === 'style' ? !/url\(/i.test(value) : isResolved(value, imageStore)
}

/** An address with a scheme or a host, or one within the email. */
const wholeHref = /^[a-z][a-z0-9+.-]*:|^\/\/|^#|^$/i

function formatSize(address: string, source: TagSource, imageStore: ImageStore): string {
  const stored = imageStore.resolve(address, locate(address, source).from)
  if (!('picture' in stored) || stored.picture.width === null) return ''
  const { width, height } = stored.picture
  return ` width="${width}"${height === null ? '' : ` height="${height}"`}`
}

/**
 * The source of an address. One that is not in the template's text was printed by a variable: in a block it is most
 * likely from the issue, in a layout from the config or the theme.
 */
function locate(address: string, { file, offset, written, isInBlock }: TagSource): AddressSource {
  const at = written.indexOf(address)
  const points = createPoints(file)
  const isLiteral = at !== -1
  const start = points.toPoint(offset + (isLiteral ? at : 0))
  const end = points.toPoint(
    offset + (isLiteral ? at + address.length : (/^<[\w:]+/.exec(written)?.[0].length ?? 1)),
  )
  return {
    file,
    place: start && end && { start, end },
    from: isLiteral ? { file: file.path } : isInBlock ? 'issue' : 'root',
  }
}

/** Addresses on the web are what they are, and those of the store are resolved already. */
function isResolved(address: string, imageStore: ImageStore): boolean {
  return /^(?:https?:)?\/\/|^#|^$/i.test(address) || imageStore.has(address) || hasPrivateUse(address)
}

function resolvePicture(
  address: string,
  findAddress: () => AddressSource,
  { imageStore }: TemplateAddressContext,
): string {
  if (isResolved(address, imageStore)) return address
  const { file, place, from } = findAddress()
  const stored = imageStore.resolve(address, from)
  if ('picture' in stored) return stored.picture.src
  report(file, stored.reason, { ruleId: 'image-file', place, note: stored.note })
  return address
}

/** Only an address that is written in the template is validated here: those of variables are elsewhere. */
function resolveHref(href: string, findSource: FindSource, { links }: TemplateAddressContext): string {
  if (wholeHref.test(href) || !findSource().written.includes(href)) return href
  const resolved = resolveLink(href, links)
  if ('url' in resolved) return resolved.url
  const { file, place } = locate(href, findSource())
  report(file, resolved.reason, { ruleId: 'link-address', place, note: resolved.note })
  return href
}

/**
 * Resolves the addresses of pictures in a template's style sheet. Fonts are not put into an email.
 * @param file the style sheet
 * @returns its text with the addresses of the copies
 */
export function resolveSheetAddresses(file: VFile, context: TemplateAddressContext): string {
  const points = createPoints(file)
  return replaceCssAddresses(String(file), ({ address, offset, isFont }) => {
    const start = points.toPoint(offset)
    const end = points.toPoint(offset + address.length)
    const place = start && end && { start, end }
    if (!isFont) return resolvePicture(address, () => ({ file, place, from: { file: file.path } }), context)
    if (!/^[a-z][a-z0-9+.-]*:|^\/\//i.test(address))
      report(file, `Unexpected relative address \`${address}\` of a font, expected a whole one`, {
        ruleId: 'css-address',
        place,
        note: 'No font is put into an email. Put the file on the web, and write its address: `url(https://…)`.',
      })
    return address
  })
}
