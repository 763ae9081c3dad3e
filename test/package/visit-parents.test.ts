import type { Node, Parent } from 'unist'
import { visitParents as visitByLibrary } from 'unist-util-visit-parents'
import { expect, test } from 'vitest'
import { visitParents } from '../../bundle/visit-parents.js'
import { createRandom, type Random } from '../property/random.ts'

type NumberedNode = Node & { number: number; children?: NumberedNode[] }

/** What a visitor returns at random: most often nothing. */
const actions = [undefined, undefined, undefined, undefined, true, 'skip', false, ['skip', 1], 0, 3]

/** Creates a tree whose nodes are numbered in their order. */
function createTree(random: Random): NumberedNode {
  let number = 0
  const create = (depth: number): NumberedNode => {
    const node: NumberedNode = { type: random.pick(['a', 'b', 'c']), number: number++ }
    if (depth < 4 && random.chance(0.7))
      node.children = Array.from({ length: random.below(5) }, () => create(depth + 1))
    return node
  }
  return { ...create(0), type: 'root' }
}

/** Lists the visits of a visitor that returns random actions and removes random nodes. */
function listVisits(visit: typeof visitByLibrary, seed: number): string[] {
  const random = createRandom(seed)
  const tree = createTree(random)
  const tests = [
    undefined,
    'a',
    'b',
    ['a', 'c'],
    { type: 'c' },
    (node: Node) => (node as NumberedNode).number % 2 === 0,
  ]
  const visits: string[] = []
  const record = (phase: string) => (node: Node, ancestors: Parent[], index?: number) => {
    visits.push(`${phase} ${[...ancestors, node].map((each) => (each as NumberedNode).number)} at ${index}`)
    if (random.chance(0.1)) ancestors.at(-1)?.children.pop()
    // A visitor that jumps back to the first child again and again would never end.
    const action = visits.length < 100 ? random.pick(actions) : undefined
    return (
      phase === 'leave' && Array.isArray(action)
        ? undefined
        : action === 'skip' && phase === 'leave'
          ? true
          : action
    ) as undefined
  }
  const visitor = random.chance(0.2) ? { enter: record('enter'), exit: record('leave') } : record('enter')
  const reverse = random.chance(0.2)
  const chosen = random.pick(tests)
  if (chosen === undefined) visit(tree, visitor as never, reverse)
  else visit(tree, chosen as never, visitor as never, reverse)
  return visits
}

test('the bundled visitor visits the same nodes in the same order as the library', () => {
  for (let seed = 1; seed <= 2000; seed += 1)
    expect(listVisits(visitParents, seed), `seed ${seed}`).toEqual(listVisits(visitByLibrary, seed))
})
