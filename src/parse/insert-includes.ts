import type { Nodes, Parents, Root, RootContent } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { IncludedFile } from '../diagnostics/included-files.ts'
import { report } from '../diagnostics/report.ts'
import { walkTree } from '../hast/walk-tree.ts'
import type { Settings } from '../settings.ts'
import { inlineReferences } from '../urls/inline-references.ts'
import { type Includes, isInclude } from './compose-includes.ts'
import { copyNode } from './copy-node.ts'
import { parseMarkdown } from './markdown.ts'
import type { MarkdownParser } from './markdown-parser.ts'

/** How many files an issue can include: files that include others twice would soon fill the memory. */
const MAX_INCLUDES = 500

/**
 * Creates a parser of the common text of an issue and the files that it includes. The content of a file follows the block that
 * includes it, which stays in the tree until it is validated (`removeIncludes`).
 * @param parse parses the issue's own text
 * @param file the issue, on which mistakes are reported
 */
export function createIncludingParser(
  includes: Includes,
  parse: MarkdownParser,
  settings: Settings,
  file: VFile,
): MarkdownParser {
  return (text) => {
    const tree = parse(text.slice(0, includes.ownLength))
    let count = 0
    const insert = (parent: Parents, stack: readonly string[]): void => {
      const children = parent.children as RootContent[]
      for (let index = 0; index < children.length; index += 1) {
        const node = children[index] as Nodes
        if (isInclude(node)) {
          count += 1
          const content = count > MAX_INCLUDES ? reportAmount(node, file) : read(node, stack)
          children.splice(index + 1, 0, ...content)
          index += content.length
        } else if ('children' in node) insert(node, stack)
      }
    }
    const read = (node: Nodes, stack: readonly string[]): RootContent[] => {
      const written = isInclude(node) ? node.attributes?.file : undefined
      if (!written) return []
      const found = includes.find(stack.at(-1) ?? '', written)
      if ('reason' in found) {
        report(file, found.reason, { ruleId: 'include-file', place: node.position, note: found.note })
        return []
      }
      if (stack.includes(found.path)) return reportCircle([...stack, found.path], node, file)
      const content = parseIncluded(text, found, settings)
      renameFootnotes(content, count)
      insert(content, [...stack, found.path])
      return content.children
    }
    insert(tree, [file.path ?? ''])
    return tree
  }
}

/** Removes the blocks that include files. Their content stays. */
export function removeIncludes(tree: Root): void {
  walkTree<Nodes>(tree, (node) => {
    if ('children' in node && node.children.some(isInclude))
      node.children = node.children.filter((child) => !isInclude(child)) as typeof node.children
  })
}

/** Parses an included file. Its labels are its own: they mean nothing in the issue or in other files. */
function parseIncluded(text: string, { start, end, lines }: IncludedFile, settings: Settings): Root {
  const parsed = parseMarkdown(text.slice(start, end), settings.markdown)
  const tree = copyNode(parsed, { lines, offset: start })
  inlineReferences(tree)
  visit(tree, 'definition', (_, index, parent) => {
    if (!parent || index === undefined) return undefined
    parent.children.splice(index, 1)
    return index
  })
  return tree
}

/** Gives the footnotes of an included file names of their own, so that two files can both have a `[^1]`. */
function renameFootnotes(tree: Root, number: number): void {
  visit(tree, (node) => {
    if (node.type === 'footnoteReference' || node.type === 'footnoteDefinition')
      node.identifier = `included-${number}-${node.identifier}`
  })
}

function reportCircle(paths: readonly string[], { position }: Nodes, file: VFile): [] {
  const last = paths.at(-1) ?? ''
  const circle = paths.slice(paths.indexOf(last)).map((path) => `\`${path}\``)
  report(file, `Unexpected circle of included files: ${circle.join(' → ')}`, {
    ruleId: 'include-circle',
    place: position,
    note: 'A file cannot include itself, directly or through another one. Remove one of these blocks.',
  })
  return []
}

function reportAmount({ position }: Nodes, file: VFile): [] {
  report(file, `Unexpected number of included files, expected ${MAX_INCLUDES} at most`, {
    ruleId: 'include-circle',
    place: position,
    note: 'Files that include others several times grow with each step. Include fewer of them.',
  })
  return []
}
