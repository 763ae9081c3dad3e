import { visitParents } from 'unist-util-visit-parents'
import { openingLine } from '../blocks/opening-line.ts'
import type { Block, Directive } from '../types.ts'
import { defineCheck } from './check.ts'

export const sponsorTwice = defineCheck({
  name: 'sponsor-twice',
  summary: 'A sponsor has only one block in an issue.',
  note: 'Usually one of the two was copied to be filled in with another sponsor. One block in addition to the masthead is fine. If two blocks were sold, write `<!-- issue-disable-next-line sponsor-twice -->` above the second one.',
  level: 'warning',
  run({ tree, file }, report) {
    const seen = new Map<string, Placement>()
    visitParents(tree, 'containerDirective', (node, ancestors) => {
      const block = node.data?.block
      if (node.name !== 'sponsor' || !block) return
      const name = createKey(block)
      const first = seen.get(name)
      const outputs = listOutputs(ancestors)
      if (name !== '' && first && first.outputs.some((output) => outputs.includes(output)))
        report(
          `Unexpected second block of sponsor \`${block.attributes.name ?? block.attributes.id}\`, the first is in line ${first.line}`,
          { at: openingLine(node, String(file)) },
        )
      else seen.set(name, { line: node.position?.start.line ?? 1, outputs })
    })
  },
})

interface Placement {
  line: number
  outputs: string[]
}

function createKey({ attributes }: Block): string {
  return String(attributes.name ?? attributes.id ?? '')
    .trim()
    .toLowerCase()
}

/** The outputs that contain a block: with `:::only`, email and web page can have different ones. */
function listOutputs(ancestors: { type: string }[]): string[] {
  const only = ancestors
    .map((node) => (node as Directive).data?.block)
    .find((block) => block?.spec.name === 'only')
  const shown = only?.attributes.in
  return Array.isArray(shown) ? shown : ['email', 'web', 'text']
}
