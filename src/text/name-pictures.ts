import type { RootContent } from 'mdast'
import { visit } from 'unist-util-visit'

interface Printed {
  node: RootContent
  text: string
}

/**
 * Names a picture without words that is all there is below a heading, which would otherwise have nothing below it.
 * @param printed blocks in document order, each with its text
 * @param name what is printed for such a picture
 */
export function namePictures<T extends Printed>(printed: T[], name: string): T[] {
  const named = new Set(
    splitAtHeadings(printed).flatMap((group, index, groups) => findLonePicture(group, groups[index + 1])),
  )
  return printed.map((each) => (named.has(each) ? { ...each, text: name } : each))
}

function splitAtHeadings<T extends Printed>(printed: T[]): T[][] {
  const groups: T[][] = [[]]
  for (const each of printed) {
    if (each.node.type === 'heading') groups.push([])
    groups.at(-1)?.push(each)
  }
  return groups
}

function findLonePicture<T extends Printed>([heading, ...below]: T[], next: T[] | undefined): T[] {
  if (heading?.node.type !== 'heading') return []
  const after = next?.[0]?.node
  const isParent = after?.type === 'heading' && after.depth > heading.node.depth
  const isEmpty = below.every(({ node, text }) => text === '' || node.type === 'thematicBreak')
  return isEmpty && !isParent ? below.filter(({ node }) => hasPicture(node)).slice(0, 1) : []
}

function hasPicture(node: RootContent): boolean {
  let found = false
  visit(node, ['image', 'imageReference'], () => {
    found = true
  })
  return found
}
