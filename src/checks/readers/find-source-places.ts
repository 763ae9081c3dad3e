import type { Element } from 'hast'
import type { Position } from 'unist'
import { attributePlace, openingLine } from '../../blocks/opening-line.ts'
import { memoize } from '../../hast/memoize.ts'
import type { Directive, RootContent } from '../../types.ts'
import type { CheckContext, Origin } from '../check.ts'
import { listBlocks } from './find-blocks.ts'

/** An address that a template prints, and the place where it was written. */
interface WrittenAddress {
  address: string
  origin: Origin
  /** The name of the template file that most likely prints it: a block's name, or `masthead`. */
  shownBy: string
}

/** Finds where an address of an element was written. */
export type FindSourcePlace = (element: Element, address: string) => Origin

/**
 * Creates a function that finds where an address of the finished HTML was written. The address of a link or picture in a
 * template comes from a block's attribute, the front matter or the config, not from the template.
 * @param context the check's context; the result is shared by all checks
 * @returns a function of an element and its address; for an address from the config it returns the issue without a position
 */
export const findSourcePlaces = memoize((context: CheckContext): FindSourcePlace => {
  const byAddress = new Map<string, WrittenAddress[]>()
  for (const written of [...collectFromBlocks(context), ...collectFromMasthead(context)]) {
    const known = byAddress.get(written.address)
    // Only the first that a template prints is used.
    if (!known) byAddress.set(written.address, [written])
    else if (!known.some(({ shownBy }) => shownBy === written.shownBy)) known.push(written)
  }
  const { url } = context.settings
  const logos = listConfigLogos(context)
  return (element, address) => {
    const rendered = context.originOf(element)
    if (rendered.file === context.file || address === '') return rendered
    const candidates = byAddress.get(address) ?? []
    const template = /([^/]*)\.html$/.exec(rendered.file.path ?? '')?.[1]
    const likely = candidates.find(({ shownBy }) => shownBy === template) ?? candidates[0]
    if (likely) return likely.origin
    const isFromConfig = address === url || logos.some((logo) => isShownAs(address, logo, context))
    return isFromConfig ? { file: context.file } : rendered
  }
})

/** The paths of logos that the config or the template names. */
function listConfigLogos({ theme, settings }: CheckContext): string[] {
  const { logo, 'logo-dark': dark, header } = theme.tokens
  const records = Object.values(settings.sponsors).filter((record) => typeof record === 'object')
  return [logo, dark, header, ...records.flatMap((record) => [record.logo, record['logo-dark']])].filter(
    (path): path is string => typeof path === 'string' && path !== '',
  )
}

function isShownAs(address: string, source: string, { images }: CheckContext): boolean {
  return address === source || images.some((copy) => copy.source === source && address.endsWith(copy.output))
}

function collectFromBlocks({ tree, file }: CheckContext): WrittenAddress[] {
  const written: WrittenAddress[] = []
  const source = String(file)
  for (const { node, block } of listBlocks(tree)) {
    for (const [name, value] of Object.entries(block.attributes)) {
      const address = typeof value === 'object' && value && 'src' in value ? value.src : value
      if (typeof address !== 'string' || address === '') continue
      written.push({
        address,
        origin: { file, position: attributePlace(node, name, source) },
        shownBy: node.name,
      })
    }
    for (const { url, children } of block.items) {
      if (url === null) continue
      const isWrittenHere = source.slice(...getRange(node)).includes(url)
      const position = isWrittenHere ? findFirstPosition(children) : undefined
      written.push({
        address: url,
        origin: { file, position: position ?? openingLine(node, source) },
        shownBy: node.name,
      })
    }
  }
  return written
}

/** The position of the first node that has one: of an option that was one link, only the words have a position. */
function findFirstPosition(children: RootContent[]): Position | undefined {
  for (const child of children) {
    const found = child.position ?? ('children' in child ? findFirstPosition(child.children) : undefined)
    if (found) return found
  }
  return undefined
}

function getRange({ position }: Directive): [number | undefined, number | undefined] {
  return [position?.start.offset, position?.end.offset]
}

function collectFromMasthead({ masthead, file, entry }: CheckContext): WrittenAddress[] {
  const addresses = [masthead?.url, masthead?.logo?.src].filter((address) => address !== undefined)
  return addresses.map((address) => ({
    address,
    origin: { file, position: entry('sponsor') },
    shownBy: 'masthead',
  }))
}
