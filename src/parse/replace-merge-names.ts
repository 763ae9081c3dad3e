import type { Link, Nodes, PhrasingContent, Root } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { skipContent, walkTree } from '../hast/walk-tree.ts'
import { urlNames } from '../targets/target.ts'
import type { Matter } from '../types.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { MergeElement, MergeNames } from './merge-names.ts'

const scheme = /^merge:/i

/**
 * Replaces neutral names by the target's tags: `[there](merge:first_name)` becomes text, and
 * `[Unsubscribe](merge:unsubscribe_url)` a link to the tag.
 * @param tree a tree whose link references are links already
 * @param file the issue, for messages
 */
export function replaceMergeNames(tree: Root, names: MergeNames, file: VFile): void {
  walkTree<Nodes>(tree, (node, parent, index) => {
    if (node.type !== 'link' || !scheme.test(node.url) || !parent || !('children' in parent)) return undefined
    const name = decodeURIComponent(node.url.replace(scheme, '').replace(/%(?![0-9A-F]{2})/gi, '%25'))
    const isBare = toPlain(node) === node.url
    if ((urlNames as readonly string[]).includes(name)) {
      replaceLink(node, name, isBare, names, file)
      return skipContent
    }
    const words = isBare ? '' : toPlain(node).replace(/\s+/g, ' ').trim()
    const text = names.resolveText(name, words, { place: node.position, contexts: ['text', 'plaintext'] })
    parent.children[index] = createText(node.children, text ?? words, node)
    return skipContent
  })
}

/** Creates the text of a tag, with the emphasis of the link's words: `[**there**](merge:first_name)`. */
function createText(children: PhrasingContent[], value: string, { position }: Link): PhrasingContent {
  const [only, ...others] = children
  const isEmphasis = only?.type === 'strong' || only?.type === 'emphasis' || only?.type === 'delete'
  if (!isEmphasis || others.length > 0) return { type: 'text', value, position }
  return { ...only, children: [createText(only.children, value, { position } as Link)] }
}

function replaceLink(node: Link, name: string, isBare: boolean, names: MergeNames, file: VFile): void {
  const element = names.resolveElement(name)
  const resolved = element ? { url: element.text } : names.resolveUrl(name)
  if ('url' in resolved) {
    node.url = resolved.url
    if (element) node.data = { ...node.data, mergeElement: element }
    if (isBare) node.children = [{ type: 'text', value: resolved.url, position: node.position }]
    return
  }
  report(file, resolved.reason, { ruleId: 'merge-name', place: node.position, note: resolved.note })
  node.url = ''
}

const inText = /\[([^\][\n]*)\]\(merge:([^()\s]*)\)|<merge:([^<>\s]*)>/gi

/** The front matter's keys with texts that readers see. */
const seenKeys = ['subject', 'preheader', 'title'] as const

/**
 * Replaces neutral names in the front matter, whose texts are not Markdown, in place, and escapes text that only looks
 * like a tag.
 * @param literal `protectLiterals` of the tags
 * @param file the issue, for messages
 */
export function replaceMatterNames(
  matter: Matter,
  names: MergeNames,
  literal: (text: string) => string,
  placeOf: Yaml['placeOf'],
  file: VFile,
): void {
  for (const key of ['author', 'from'] as const) reportSenderName(matter[key]?.name, key, placeOf, file)
  const written = new Map<string, string>()
  for (const key of seenKeys) {
    const text = matter[key]
    // A title that is the subject would be reported twice.
    const known = written.get(text)
    matter[key] = known ?? literal(replace(text, names, placeOf([key])))
    written.set(text, matter[key])
  }
}

/** Reports a neutral name in a sender, which no provider fills in. */
function reportSenderName(
  name: string | undefined,
  key: string,
  placeOf: Yaml['placeOf'],
  file: VFile,
): void {
  if (name === undefined || name.replace(inText, '') === name) return
  report(file, `Unexpected \`merge:\` link in \`${key}\`, expected a name`, {
    ruleId: 'merge-name',
    place: placeOf([key]),
    note: 'This entry is the same for all readers, so that nothing can be filled in. Write plain words.',
  })
}

function replace(text: string, names: MergeNames, place: ReturnType<Yaml['placeOf']>): string {
  return text.replace(inText, (_, words = '', name = '', bare = '') => {
    const at = { place, contexts: ['subject', 'text'] as const, textOnly: true }
    return names.resolveText(name || bare, words.trim(), at) ?? words
  })
}

declare module 'mdast' {
  interface LinkData {
    /** The provider's own element, which is written instead of a link. */
    mergeElement?: MergeElement
  }
}
