import type { Definition, Root } from 'mdast'
import type { Construct, Extension } from 'micromark-util-types'
import { visit } from 'unist-util-visit'
import type { SharedDefinition } from '../settings.ts'
import { rebaseAddress } from '../urls/rebase-address.ts'

/** Definitions by their labels in the form of `normalizeLabel`. */
export type DefinitionIndex = ReadonlyMap<string, SharedDefinition>

const indexes = new WeakMap<readonly SharedDefinition[], DefinitionIndex>()

/**
 * Indexes shared definitions, once for each list. The first of several with the same label takes precedence (CommonMark
 * 0.31, section 4.7).
 * @param definitions those of the settings; none when not given
 */
export function indexDefinitions(definitions: readonly SharedDefinition[] = []): DefinitionIndex {
  const known = indexes.get(definitions)
  if (known) return known
  const index = new Map<string, SharedDefinition>()
  for (const definition of definitions) {
    const label = normalizeLabel(definition.label)
    if (!index.has(label)) index.set(label, definition)
  }
  indexes.set(definitions, index)
  return index
}

/**
 * Normalizes a label as Markdown compares it (CommonMark 0.31, section 4.7): spaces count as one, capitals as small letters.
 * @param label as written, with its backslashes
 */
export function normalizeLabel(label: string): string {
  return label
    .replace(/[\t\n\r ]+/g, ' ')
    .replace(/^ | $/g, '')
    .toLowerCase()
    .toUpperCase()
}

/** A text in brackets without brackets in it, as labels are. */
const bracketed = /\[((?:[^\\[\]]|\\[\s\S])+)\]/g

/**
 * Finds the shared labels that a text may refer to, so that a parser need not know thousands of others.
 * @param text the Markdown
 * @returns the labels in the form of `normalizeLabel`
 */
export function findSharedLabels(text: string, index: DefinitionIndex): string[] {
  if (index.size === 0) return []
  const found = new Set<string>()
  for (const [, written = ''] of text.matchAll(bracketed)) {
    // In a quote or list, a label of several lines has the marks of these before its second line.
    for (const each of [written, written.replace(/\n[ \t>]*/g, ' ')]) {
      const label = normalizeLabel(each)
      if (index.has(label)) found.add(label)
    }
  }
  return [...found]
}

/** Labels that are defined outside a text, in the form of `normalizeLabel`, which is micromark's own. */
export interface OuterLabels {
  definitions: readonly string[]
  footnotes: readonly string[]
}

/** The codes of `[`, at which micromark looks up a footnote's label, and of `]`, at which it looks up others. */
const BRACKETS = [91, 93]

/**
 * Creates a syntax in which labels are defined outside the text. micromark makes references only of labels in
 * `ParseContext.defined`, and of footnotes in `gfmFootnotes`, and finds references after all definitions of the text.
 */
export function definedLabels({ definitions, footnotes }: OuterLabels): Extension {
  let isAdded = false
  const addLabels: Construct = {
    name: 'definedLabels',
    tokenize(_effects, _ok, nok) {
      if (!isAdded) {
        this.parser.defined.push(...definitions)
        this.parser.gfmFootnotes ??= []
        this.parser.gfmFootnotes.push(...footnotes)
      }
      isAdded = true
      return nok
    },
  }
  return { text: Object.fromEntries(BRACKETS.map((code) => [code, addLabels])) }
}

/**
 * Adds the shared definitions that an issue's references need to its tree, after its own, which take precedence. They have
 * no position, since they are in another file.
 * @param index the shared definitions
 * @param options.issuePath the issue's path relative to the newsletter's folder, which relative addresses will refer to
 * @param options.protect replaces the merge tags in a text by tokens
 */
export function appendDefinitions(
  tree: Root,
  index: DefinitionIndex,
  { issuePath, protect }: { issuePath: string; protect: (text: string) => string },
): void {
  if (index.size === 0) return
  const known = new Set<string>()
  visit(tree, 'definition', ({ identifier }) => void known.add(identifier.toUpperCase()))
  const added: Definition[] = []
  visit(tree, ['linkReference', 'imageReference'], (node) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return
    const { identifier } = node
    const shared = index.get(identifier.toUpperCase())
    if (!shared || known.has(identifier.toUpperCase())) return
    known.add(identifier.toUpperCase())
    const { label, url, title, file } = shared
    added.push({
      type: 'definition',
      identifier,
      label,
      url: protect(file === undefined ? url : rebaseAddress(url, file, issuePath)),
      title: title === undefined ? null : protect(title),
      ...(file !== undefined && { data: { definedIn: { file, url } } }),
    })
  })
  tree.children.push(...added)
}
