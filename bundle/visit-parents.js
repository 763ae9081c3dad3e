import { convert } from 'unist-util-is'

/**
 * `unist-util-visit-parents` as `lib/` has it (`build.mjs`): the same visits in the same order
 * (`test/package/visit-parents.test.ts`), without a function for each node, and without a visit of the nodes that a test
 * for a type can pass over. Half of the nodes of an issue are such texts, and it is visited some fifty times.
 */

export const CONTINUE = true
export const EXIT = false
export const SKIP = 'skip'

const empty = []

/**
 * Visits the nodes of a tree, with their ancestors.
 * @param test which nodes to visit, as `unist-util-is` reads it; all when left out
 * @param visitor called with the node, its ancestors and its index; or an object with such functions `enter` and `exit`
 * @param reverse whether to visit the last child first
 * @throws {TypeError} for a visitor that is neither
 */
export function visitParents(tree, ...parameters) {
  const isTested = parameters[1] && typeof parameters[1] !== 'boolean'
  const [test, visitor, reverse] = isTested ? parameters : [undefined, ...parameters]
  const { enter, exit } = typeof visitor === 'function' ? { enter: visitor } : (visitor ?? {})
  if (!enter && !exit) throw new TypeError(`Unexpected visitor \`${visitor}\`, expected a function`)
  const type = typeof test === 'string' && test !== '' && !exit ? test : undefined
  const is = convert(test)
  const step = reverse ? -1 : 1
  visit(tree, undefined, [])

  function visit(node, index, parents) {
    const matches = type === undefined ? !test || is(node, index, parents.at(-1)) : node.type === type
    const entered = enter && matches ? readAction(enter(node, parents, index)) : empty
    if (entered[0] === EXIT) return entered
    if (node.children && entered[0] !== SKIP && visitChildren(node, parents)) return [EXIT]
    const left = exit && matches ? readAction(exit(node, parents, index)) : empty
    return left[0] === EXIT || typeof left[1] === 'number' ? left : entered
  }

  /** Returns whether to end here. */
  function visitChildren(node, parents) {
    let ancestors
    let offset = step === 1 ? 0 : node.children.length - 1
    while (offset > -1 && offset < node.children.length) {
      const child = node.children[offset]
      if (type !== undefined && child.type !== type && !child.children) {
        offset += step
        continue
      }
      ancestors ??= [...parents, node]
      const action = visit(child, offset, ancestors)
      if (action[0] === EXIT) return true
      offset = typeof action[1] === 'number' ? action[1] : offset + step
    }
    return false
  }
}

function readAction(value) {
  if (value === undefined || value === null) return empty
  if (Array.isArray(value)) return value
  return typeof value === 'number' ? [CONTINUE, value] : [value]
}
