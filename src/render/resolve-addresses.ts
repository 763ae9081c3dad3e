import type { Image, Link, Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { findIncludedFile } from '../diagnostics/included-files.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { ImageStore } from '../images/image-store.ts'
import { type LinkBase, resolveLink } from '../urls/resolve-link.ts'

export interface AddressContext {
  file: VFile
  links: LinkBase
  imageStore: ImageStore
  /** Where the links begin whose address is reported, as offsets: later steps see it in another form. */
  reportedLinks: Set<number>
}

/** Resolves the addresses of all Markdown links and images, in place. One that cannot be resolved is reported. */
export function resolveAddresses(tree: Root, context: AddressContext): void {
  walkTree<Nodes>(tree, (node) => {
    if (node.type === 'link') resolveLinkAddress(node, context)
    if (node.type === 'image') resolveImageAddress(node, context)
  })
}

function resolveLinkAddress(node: Link, { file, links, reportedLinks }: AddressContext): void {
  const included = findIncludedFile(file, node.position?.start.offset)
  const resolved = resolveLink(node.url, included ? { ...links, issuePath: included.path } : links)
  if ('url' in resolved) node.url = resolved.url
  else {
    report(file, resolved.reason, {
      ruleId: 'link-address',
      place: node.position,
      note: formatNote(resolved.note, node),
    })
    if (node.position?.start.offset !== undefined) reportedLinks.add(node.position.start.offset)
    if (/^[a-z][a-z0-9+.-]*:/i.test(node.url.replace(/[\s\p{Cc}]/gu, ''))) node.url = ''
  }
}

function resolveImageAddress(node: Image, { file, imageStore }: AddressContext): void {
  const included = findIncludedFile(file, node.position?.start.offset)
  const resolved = imageStore.resolve(node.url, included ? { file: included.path } : 'issue')
  if ('reason' in resolved) {
    report(file, resolved.reason, {
      ruleId: 'image-file',
      place: node.position,
      note: formatNote(resolved.note, node),
    })
    return
  }
  const { src, width, height } = resolved.picture
  node.url = src
  if (width !== null && height !== null)
    node.data = { ...node.data, hProperties: { ...node.data?.hProperties, width, height } }
}

/** A note that also says where the address is, when it is not in the issue. */
function formatNote(note: string | undefined, { data }: Link | Image): string | undefined {
  if (!data?.definedIn) return note
  const { file, url } = data.definedIn
  return [`The address is in \`${file}\`: \`${url}\`.`, note].filter((part) => part !== undefined).join(' ')
}
