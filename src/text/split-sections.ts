import type { RootContent } from 'mdast'

/**
 * Splits an issue before each heading of its top level, or, if it has no headings, after each divider.
 * @param nodes the blocks of an issue
 * @returns at least one section
 */
export function splitSections(nodes: RootContent[]): RootContent[][] {
  const top = findTopLevel(nodes)
  const sections: RootContent[][] = [[]]
  for (const [index, node] of nodes.entries()) {
    const startsHere =
      top === undefined
        ? nodes[index - 1]?.type === 'thematicBreak' && node.type !== 'thematicBreak'
        : node.type === 'heading' && node.depth <= top
    if (startsHere && sections.at(-1)?.length) sections.push([])
    sections.at(-1)?.push(node)
  }
  return sections
}

/**
 * The shallowest level of headings after the first one: where that one is above all others, it is the title. A
 * heading that is alone is on the top level.
 */
function findTopLevel(nodes: RootContent[]): number | undefined {
  const [first, ...others] = nodes.flatMap((node) => (node.type === 'heading' ? [node.depth] : []))
  return others.length === 0 ? first : Math.min(...others)
}
