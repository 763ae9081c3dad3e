import type { Link, PhrasingContent, Root } from 'mdast'
import { toString as toPlain } from 'mdast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import { report } from '../diagnostics/report.ts'
import { urlNames } from '../targets/target.ts'
import type { Matter } from '../types.ts'
import type { Yaml } from '../yaml/parse-yaml.ts'
import type { MergeNames } from './merge-names.ts'

const scheme = /^merge:/i

/**
 * Puts the target's tags in the place of neutral ones: `[there](merge:first_name)` becomes text,
 * `[Unsubscribe](merge:unsubscribe_url)` a link on the tag.
 * @param tree references are links already
 * @param file the issue, for messages
 */
export function replaceMergeNames(tree: Root, names: MergeNames, file: VFile): void {
  visit(tree, 'link', (node, index, parent) => {
    if (!scheme.test(node.url) || !parent || index === undefined) return undefined
    const name = decodeURIComponent(node.url.replace(scheme, '').replace(/%(?![0-9A-F]{2})/gi, '%25'))
    const isBare = toPlain(node) === node.url
    if ((urlNames as readonly string[]).includes(name)) {
      replaceLink(node, name, isBare, names, file)
      return SKIP
    }
    const words = isBare ? '' : toPlain(node).replace(/\s+/g, ' ').trim()
    const text = names.resolveText(name, words, { place: node.position, contexts: ['text', 'plaintext'] })
    parent.children[index] = createText(node.children, text ?? words, node)
    return SKIP
  })
}

/** Marks around all of the words stay around the tag: `[**there**](merge:first_name)`. */
function createText(children: PhrasingContent[], value: string, { position }: Link): PhrasingContent {
  const [only, ...others] = children
  const isMarked = only?.type === 'strong' || only?.type === 'emphasis' || only?.type === 'delete'
  if (!isMarked || others.length > 0) return { type: 'text', value, position }
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

/** The keys of the front matter that readers see. */
const seenKeys = ['subject', 'preheader', 'title'] as const

/**
 * Does the same for the front matter, whose texts are no Markdown, and makes text of what only looks like a tag there.
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
    // The title may be the subject, of which all was said there.
    const known = written.get(text)
    matter[key] = known ?? literal(replace(text, names, placeOf([key])))
    written.set(text, matter[key])
  }
}

/** Nobody fills in a sender. */
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
    /** The provider makes the link by an element of its own around the words. */
    mergeElement?: { element: string; open: string; close: string; text: string }
  }
}
