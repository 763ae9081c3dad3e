import type { Element } from 'hast'
import type { Root } from 'mdast'
import type { Node, Position } from 'unist'
import { visit } from 'unist-util-visit'
import { attributePlace, openingLine } from '../../blocks/opening-line.ts'
import type { Directive, RootContent } from '../../types.ts'
import type { CheckContext, Origin } from '../check.ts'

/** An address that was written somewhere else than where the HTML shows it. */
interface Written {
  address: string
  origin: Origin
  /** The name of the template file that is most likely to show it: a block's name, `masthead`. */
  shownBy: string
}

/**
 * Where an address of the finished HTML was written. A link or picture that a template renders comes from a block's
 * attribute, the front matter or the config rather than from the template that holds its tag.
 * @param context the check's
 * @returns a function of an element and its address; what comes from the config points at the issue as a whole
 */
export function findSourcePlaces(context: CheckContext): (element: Element, address: string) => Origin {
  const written = [...ofBlocks(context), ...ofMasthead(context)]
  const { logo } = context.theme.tokens
  const { url } = context.settings
  return (element, address) => {
    const origin = context.originOf(element)
    if (origin.file === context.file || address === '') return origin
    const candidates = written.filter((one) => one.address === address)
    const template = /([^/]*)\.html$/.exec(origin.file.path ?? '')?.[1]
    const likely = candidates.find(({ shownBy }) => shownBy === template) ?? candidates[0]
    if (likely) return likely.origin
    const isFromConfig = address === url || (typeof logo === 'string' && isShownAs(address, logo, context))
    return isFromConfig ? { file: context.file } : origin
  }
}

function isShownAs(address: string, source: string, { images }: CheckContext): boolean {
  return address === source || images.some((copy) => copy.source === source && address.endsWith(copy.output))
}

function ofBlocks({ tree, file }: CheckContext): Written[] {
  const written: Written[] = []
  const source = String(file)
  visit(tree, ['containerDirective', 'leafDirective'], (found) => {
    const node = found as Directive
    const block = node.data?.block
    if (!block) return
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
      const isOwn = source.slice(...toRange(node)).includes(url)
      const position = isOwn ? toFirstPosition(children) : undefined
      written.push({
        address: url,
        origin: { file, position: position ?? openingLine(node, source) },
        shownBy: node.name,
      })
    }
  })
  return written
}

/** An option that is one whole link has lost it, and with it the paragraph's place; its words have theirs. */
function toFirstPosition(children: RootContent[]): Position | undefined {
  const found: Position[] = []
  visit({ type: 'root', children } satisfies Root, (node: Node) => {
    if (node.position) found.push(node.position)
  })
  return found[0]
}

function toRange({ position }: Directive): [number | undefined, number | undefined] {
  return [position?.start.offset, position?.end.offset]
}

function ofMasthead({ masthead, file, entry }: CheckContext): Written[] {
  const addresses = [masthead?.url, masthead?.logo?.src].filter((address) => address !== undefined)
  return addresses.map((address) => ({
    address,
    origin: { file, position: entry('sponsor') },
    shownBy: 'masthead',
  }))
}
