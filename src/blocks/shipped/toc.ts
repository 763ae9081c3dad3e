import GithubSlugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString as toText } from 'mdast-util-to-string'
import { report } from '../../diagnostics/report.ts'
import { plainWords } from '../../polls/plain-words.ts'
import { token } from '../../private-use.ts'
import { defineBlock } from '../define-block.ts'
import { attributePlace, openingLine } from '../opening-line.ts'
import type { ShippedBlockContext } from './shipped-block-context.ts'

/** A heading, as the contents list it. */
interface Entry {
  /** In plain words. */
  text: string
  /** The id of the heading in the HTML. */
  id: string
  /** Counted from 1, the shallowest level below the title. */
  level: number
  /** That of a section, where the template numbers them. */
  number: number | null
}

/** The contents: its headings, which get ids that the entries link to. */
export const toc = defineBlock({
  name: 'toc',
  resolve({ attributes: { depth } }, context: ShippedBlockContext): { entries: Entry[] } {
    const { file, source, node, tree } = context
    if (typeof depth !== 'number' || !Number.isInteger(depth) || depth < 1 || depth > 5) {
      report(file, `Unexpected value \`${depth}\` of \`depth\`, expected a number from 1 to 5`, {
        ruleId: 'block-attribute',
        place: attributePlace(node, 'depth', source),
      })
      return { entries: [] }
    }
    const headings = tree.children.filter((child) => child.type === 'heading' && child.depth > 1)
    const entries = createEntries(headings as Heading[], depth, tree, context)
    if (entries.length === 0)
      report(file, 'Missing headings for the block `toc`', {
        ruleId: 'toc-empty',
        place: openingLine(node, source),
        note: 'It lists the headings of the issue below the title: `## A heading`. Without one there is nothing to list.',
        severity: 'warning',
      })
    return { entries }
  },
})

function createEntries(
  headings: readonly Heading[],
  depth: number,
  tree: Root,
  { literal }: ShippedBlockContext,
): Entry[] {
  const top = Math.min(...headings.map((heading) => heading.depth))
  const ids = createIds(tree)
  return headings.flatMap((heading) => {
    const level = heading.depth - top + 1
    const text = plainWords(heading)
    if (level > depth || text === '') return []
    const id = heading.data?.hProperties?.id ?? ids.get(heading) ?? ''
    heading.data = { ...heading.data, hProperties: { ...heading.data?.hProperties, id } }
    return [{ text: literal(text), id: String(id), level, number: heading.data?.number ?? null }]
  })
}

/** Creates the ids as GitHub does, and as links within the issue (`#a-heading`) expect them. */
function createIds(tree: Root): Map<Heading, string> {
  const slugger = new GithubSlugger()
  const ids = new Map<Heading, string>()
  for (const child of tree.children) {
    if (child.type !== 'heading') continue
    // An id must be the same for all readers.
    const words = toText(child, { includeImageAlt: false }).replace(token, '')
    ids.set(child, slugger.slug(words) || slugger.slug('section'))
  }
  return ids
}
