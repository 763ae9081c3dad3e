import { isTrue, listAtoms, renameAtoms } from './conditions.ts'
import type { FlowNode } from './parse-flow.ts'

/** What a template prints where it has no branches: tags, words and outputs. */
export type PrintedNode = Exclude<FlowNode, { kind: 'branch' | 'render' }>

/** Up to this many conditions, every combination of them is tried. */
const MAX_COMBINED = 6

/** How deep templates are followed that render each other. */
const MAX_DEPTH = 6

/**
 * Lists what a template can print, by which of its conditions are true. Of many conditions, the combinations are tried in
 * which all are true, or none, or all or none but one or two.
 * @param nodes the template
 * @param find the content of another template, which it renders
 */
export function listPaths(
  nodes: readonly FlowNode[],
  find: (path: string) => readonly FlowNode[] | undefined,
): PrintedNode[][] {
  let renders = 0
  // The variables of what is rendered are its own, so that its conditions are, too.
  const inline = (flow: readonly FlowNode[], scope: string, depth: number): FlowNode[] =>
    flow.flatMap((node): FlowNode[] => {
      if (node.kind === 'render') {
        const content = depth < MAX_DEPTH ? find(node.path) : undefined
        renders += 1
        return content ? inline(content, `${renders} `, depth + 1) : []
      }
      if (node.kind !== 'branch') return [node]
      const arms = node.arms.map((arm) => ({
        condition: renameAtoms(arm.condition, (key) => scope + key),
        nodes: inline(arm.nodes, scope, depth),
      }))
      return [{ kind: 'branch', arms }]
    })
  const flow = inline(nodes, '', 0)
  return combine([...new Set(listKeys(flow))]).map((truths) => print(flow, truths))
}

function listKeys(nodes: readonly FlowNode[]): string[] {
  return nodes.flatMap((node) =>
    node.kind === 'branch'
      ? node.arms.flatMap((arm) => [...listAtoms(arm.condition), ...listKeys(arm.nodes)])
      : [],
  )
}

/** The combinations of conditions that are true. */
function combine(keys: readonly string[]): ReadonlySet<string>[] {
  if (keys.length <= MAX_COMBINED)
    return Array.from(
      { length: 2 ** keys.length },
      (_, bits) => new Set(keys.filter((_key, index) => bits & (2 ** index))),
    )
  const few = keys.flatMap((key, index) => [
    new Set([key]),
    ...keys.slice(index + 1).map((other) => new Set([key, other])),
  ])
  const most = few.map((some) => new Set(keys.filter((key) => !some.has(key))))
  return [new Set(), new Set(keys), ...few, ...most]
}

function print(nodes: readonly FlowNode[], truths: ReadonlySet<string>): PrintedNode[] {
  return nodes.flatMap((node): PrintedNode[] => {
    if (node.kind === 'render') return []
    if (node.kind !== 'branch') return [node]
    const arm = node.arms.find(({ condition }) => isTrue(condition, (key) => truths.has(key)))
    return arm ? print(arm.nodes, truths) : []
  })
}
