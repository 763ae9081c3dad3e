import { visitParents } from 'unist-util-visit-parents'
import { openingLine } from '../blocks/opening-line.ts'
import type { Block, Directive } from '../types.ts'
import { defineCheck } from './check.ts'

export const sponsorTwice = defineCheck({
  name: 'sponsor-twice',
  summary: 'A sponsor has one block in an issue.',
  note: 'Usually one of them was copied to be filled in with another sponsor. The masthead’s line beside one block is fine. When two placements were sold, say so with `<!-- issue-disable-next-line sponsor-twice -->`.',
  level: 'warning',
  run({ tree, file }, report) {
    const seen = new Map<string, Placement>()
    visitParents(tree, 'containerDirective', (node, ancestors) => {
      const block = node.data?.block
      if (node.name !== 'sponsor' || !block) return
      const name = toKey(block)
      const first = seen.get(name)
      const readers = toReaders(ancestors)
      if (name !== '' && first && first.readers.some((reader) => readers.includes(reader)))
        report(
          `Unexpected second block of sponsor \`${block.attributes.name ?? block.attributes.id}\`, the first is in line ${first.line}`,
          { at: openingLine(node, String(file)) },
        )
      else seen.set(name, { line: node.position?.start.line ?? 1, readers })
    })
  },
})

interface Placement {
  line: number
  readers: string[]
}

function toKey({ attributes }: Block): string {
  return String(attributes.name ?? attributes.id ?? '')
    .trim()
    .toLowerCase()
}

/** Who gets to see it: `:::only{in=web}` may hold what the email says otherwise. */
function toReaders(ancestors: { type: string }[]): string[] {
  const only = ancestors
    .map((node) => (node as Directive).data?.block)
    .find((block) => block?.spec.name === 'only')
  const shown = only?.attributes.in
  return Array.isArray(shown) ? shown : ['email', 'web', 'text']
}
